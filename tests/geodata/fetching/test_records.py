"""Records of fetching: what is remembered, and when it no longer serves."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.fetching.records import FetchRecord, recall, remember
from geodata.storage.data_dir import DataDir

URL = "https://publisher.example/a.csv"
SHA256 = hashlib.sha256(b"x").hexdigest()
RECORD = FetchRecord(URL, URL, "a.csv", SHA256, 1, '"1"', None, "2026-11-01", "2026-11-02")


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    """Make a data folder with the raw file of the record."""
    data_dir = DataDir(tmp_path)
    data_dir.raw.mkdir(exist_ok=True)
    (data_dir.raw / SHA256).write_bytes(b"x")
    return data_dir


def test_what_is_remembered_is_recalled(data_dir: DataDir) -> None:
    assert recall(data_dir, "fibre", URL) is None
    remember(data_dir, "fibre", RECORD)
    assert recall(data_dir, "fibre", URL) == RECORD
    assert recall(data_dir, "epci", URL) is None
    assert recall(data_dir, "fibre", f"{URL}?x") is None
    assert [path.name for path in data_dir.fetched.iterdir()] == ["fibre.json"]


def test_a_failure_keeps_the_file_and_a_success_ends_the_failure() -> None:
    failed = RECORD.failed("2026-11-03", "serveur muet")
    assert (failed.sha256, failed.checked_at, failed.reason) == (
        SHA256,
        "2026-11-02",
        "serveur muet",
    )
    confirmed = failed.confirmed("2026-11-04")
    assert (confirmed.checked_at, confirmed.failed_at, confirmed.reason) == (
        "2026-11-04",
        None,
        None,
    )
    assert confirmed.fetched_at == "2026-11-01"


def test_without_its_raw_file_a_record_does_not_serve(data_dir: DataDir) -> None:
    remember(data_dir, "fibre", RECORD)
    (data_dir.raw / SHA256).write_bytes(b"y")
    assert recall(data_dir, "fibre", URL) is None
    (data_dir.raw / SHA256).unlink()
    assert recall(data_dir, "fibre", URL) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(damage=st.binary(max_size=40), where=st.integers(0, 300))
def test_a_damaged_record_is_none_or_the_same_file(
    data_dir: DataDir, damage: bytes, where: int
) -> None:
    remember(data_dir, "fibre", RECORD)
    path = data_dir.fetched / "fibre.json"
    path.write_bytes(path.read_bytes()[:where] + damage)
    found = recall(data_dir, "fibre", URL)
    assert found is None or found.sha256 == SHA256

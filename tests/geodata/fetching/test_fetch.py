"""Fetching: what is kept of a good file, and that no fault takes its place."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.errors import DownloadError
from geodata.fetching import content_check
from geodata.fetching import fetch as fetching
from geodata.fetching.fetch import fetch, last_good
from geodata.fetching.limits import FetchLimits
from geodata.source_settings import READER_IDS, SourceSettings
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import StorageError
from tests.geodata.fetching.faults import FAULTS, ROWS, body, redirect, status
from tests.geodata.fetching.publisher import Answering, Publisher

PATH = "/source"
QUICK = FetchLimits(("127.0.0.1",), seconds=20, step_seconds=10, pause_seconds=0)
SHORT = replace(QUICK, seconds=0.3, step_seconds=0.08)
GEOJSON = b'{"type": "FeatureCollection", "features": []}'


def silent(_: str) -> None:
    """Ignore progress."""


def source(publisher: Publisher, source_id: str = "population") -> SourceSettings:
    return SourceSettings(source_id, None, publisher.url(PATH), "2023", "2026-01-01", 2026)


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path)


@pytest.fixture
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the sizes over which files are refused."""
    for name in ("LARGEST_TEXT", "LARGEST_GZIP", "LARGEST_OTHER"):
        monkeypatch.setattr(content_check, name, 2**23)
    monkeypatch.setattr(content_check, "LARGEST_UNZIPPED", 2**21)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_file_is_kept_under_its_hash_with_its_record(
    publisher: Publisher, data_dir: DataDir
) -> None:
    publisher.files["/files/population%202023.csv"] = ROWS
    publisher.etags["/files/population%202023.csv"] = '"abc"'
    publisher.faults[PATH] = redirect("/files/population%202023.csv")
    fetched = fetch(source(publisher), data_dir, QUICK, silent)
    record = fetched.record
    assert fetched.is_new
    assert record.sha256 == hashlib.sha256(ROWS).hexdigest()
    assert contents(data_dir.raw) == {record.sha256: ROWS}
    assert (data_dir.raw / record.sha256).stat().st_mode & 0o222 == 0
    assert (record.name, record.bytes, record.etag) == ("population2023.csv", len(ROWS), '"abc"')
    assert record.asked == record.url == publisher.url(PATH)
    assert record.fetched_at == record.checked_at
    assert record.reason is None
    assert last_good(source(publisher), data_dir) == record
    agent = publisher.asked[0][1]["User-Agent"]
    assert agent.startswith("Carto/")
    assert agent.isascii()


def test_a_file_that_has_not_changed_is_not_sent_again(
    publisher: Publisher, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.files[PATH] = ROWS
    publisher.etags[PATH] = '"1"'
    monkeypatch.setattr(fetching, "_now", lambda: "2026-11-01T00:00:00+00:00")
    first = fetch(source(publisher), data_dir, QUICK, silent)
    monkeypatch.setattr(fetching, "_now", lambda: "2026-11-02T00:00:00+00:00")
    again = fetch(source(publisher), data_dir, QUICK, silent)
    assert publisher.asked[1][1]["If-None-Match"] == '"1"'
    assert not again.is_new
    assert again.record == replace(first.record, checked_at="2026-11-02T00:00:00+00:00")
    publisher.files[PATH] = ROWS * 2
    publisher.etags[PATH] = '"2"'
    assert fetch(source(publisher), data_dir, QUICK, silent).is_new
    assert len(contents(data_dir.raw)) == 2


def test_a_damaged_raw_file_is_fetched_again(publisher: Publisher, data_dir: DataDir) -> None:
    publisher.files[PATH] = ROWS
    publisher.etags[PATH] = '"1"'
    kept = data_dir.raw / fetch(source(publisher), data_dir, QUICK, silent).record.sha256
    kept.chmod(0o644)
    kept.write_bytes(b"x")
    assert last_good(source(publisher), data_dir) is None
    fetch(source(publisher), data_dir, QUICK, silent)
    assert "If-None-Match" not in publisher.asked[1][1]
    assert kept.read_bytes() == ROWS


def test_another_address_is_another_file(publisher: Publisher, data_dir: DataDir) -> None:
    publisher.files[PATH] = ROWS
    fetch(source(publisher), data_dir, QUICK, silent)
    elsewhere = replace(source(publisher), url=publisher.url("/autre"))
    assert last_good(elsewhere, data_dir) is None


@pytest.mark.usefixtures("_small_files")
@pytest.mark.parametrize("name", FAULTS)
def test_no_fault_takes_the_place_of_the_last_good_file(
    publisher: Publisher, data_dir: DataDir, name: str
) -> None:
    publisher.files[PATH] = ROWS
    before = fetch(source(publisher), data_dir, QUICK, silent).record
    raw = contents(data_dir.raw)
    publisher.asked.clear()
    expected = FAULTS[name]
    publisher.faults[PATH] = expected.fault
    limits = SHORT if expected.is_slow else QUICK
    started = datetime.datetime.now(datetime.UTC)
    with pytest.raises(DownloadError) as caught:
        fetch(source(publisher), data_dir, limits, silent)
    took = datetime.datetime.now(datetime.UTC) - started
    said = str(caught.value)
    assert expected.said in said.replace("\u00a0", " ").replace("\u202f", " ")
    assert "\n" not in said
    assert "[sources.population]" in said
    assert len(publisher.asked) <= expected.most_requests
    assert took.total_seconds() < limits.seconds + 1
    assert contents(data_dir.raw) == raw
    after = last_good(source(publisher), data_dir)
    assert after is not None
    assert after == replace(before, failed_at=after.failed_at, reason=after.reason)
    assert after.failed_at
    assert after.reason
    assert after.reason in said


@pytest.mark.usefixtures("_small_files")
@pytest.mark.parametrize("reader", READER_IDS)
def test_every_source_is_as_well_guarded(
    publisher: Publisher, data_dir: DataDir, reader: str
) -> None:
    publisher.files[PATH] = good = GEOJSON if reader in ("contours", "mairies") else ROWS
    asked = source(publisher, reader)
    fetch(asked, data_dir, QUICK, silent)
    raw = contents(data_dir.raw)
    for expected in FAULTS.values():
        if not expected.is_slow:
            publisher.faults[PATH] = expected.fault
            with pytest.raises(DownloadError):
                fetch(asked, data_dir, QUICK, silent)
    assert contents(data_dir.raw) == raw
    publisher.faults.clear()
    recovered = fetch(asked, data_dir, QUICK, silent)
    assert not recovered.is_new
    assert recovered.record.reason is None
    assert recovered.record.bytes == len(good)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/a.csv", "injoignable (connexion refusée)"),
        ("http://nulle-part.invalid/a.csv", "introuvable (DNS)"),
        ("http://" + "a" * 70 + ".invalid/a.csv", "introuvable (DNS)"),
        ("http://192.168.0.1/a.csv", "adresse privée"),
        ("http://localhost:9/a.csv", "adresse privée"),
        ("https://moi:secret@127.0.0.1/a.csv", "mot de passe"),
        ("file:///etc/passwd", "ni http ni https"),
        ("ftp://example.org/a.csv", "ni http ni https"),
    ],
)
def test_an_address_that_leads_nowhere(
    publisher: Publisher, data_dir: DataDir, url: str, said: str
) -> None:
    with pytest.raises(DownloadError) as caught:
        fetch(replace(source(publisher), url=url), data_dir, QUICK, silent)
    assert said in str(caught.value)
    assert not list(data_dir.path.glob("fetched/*"))


def test_a_certificate_that_cannot_be_trusted_is_not_tried_again(
    publisher: Publisher, data_dir: DataDir
) -> None:
    secure = replace(source(publisher), url=publisher.url(PATH).replace("http:", "https:"))
    with pytest.raises(DownloadError, match="certificat"):
        fetch(secure, data_dir, QUICK, silent)


def test_a_passing_failure_is_tried_again(publisher: Publisher, data_dir: DataDir) -> None:
    answers = iter([status(503, Retry_After="0"), status(500), body(ROWS)])

    def recover(answering: Answering) -> None:
        next(answers)(answering)

    publisher.faults[PATH] = recover
    assert fetch(source(publisher), data_dir, QUICK, silent).record.bytes == len(ROWS)


def test_proxies_of_the_environment_are_ignored(
    publisher: Publisher, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    publisher.files[PATH] = ROWS
    assert fetch(source(publisher), data_dir, QUICK, silent).is_new


def test_progress_is_said_now_and_then(
    publisher: Publisher, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_SECONDS_BETWEEN_LINES", 0.0)
    publisher.files[PATH] = ROWS
    said: list[str] = []
    fetch(source(publisher), data_dir, QUICK, said.append)
    assert said[0].startswith("téléchargement de population (http://127.0.0.1")
    assert said[1] == "population : 0,0\u00a0Mo sur 0,0\u00a0Mo"


def test_an_official_address_unknown_for_a_vintage(publisher: Publisher, data_dir: DataDir) -> None:
    asked = replace(source(publisher, "filosofi"), url=None, millesime="2019")
    with pytest.raises(DownloadError, match=r"millesime = 2019 \(connues.: 2021, 2023\)"):
        fetch(asked, data_dir, QUICK, silent)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_an_error_of_the_disk(
    publisher: Publisher, data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.files[PATH] = ROWS
    monkeypatch.setattr(
        "geodata.storage.raw_files.tempfile.mkstemp",
        lambda prefix, dir: (_descriptor(Path(dir) / prefix), str(Path(dir) / prefix)),
    )
    with pytest.raises(StorageError, match="libérez"):
        fetch(source(publisher), data_dir, QUICK, silent)
    assert contents(data_dir.raw) == {}


def _descriptor(path: Path) -> int:
    """Make a path that leads to a full disk; return a descriptor to close."""
    path.symlink_to("/dev/full")
    return os.open(path, os.O_RDONLY)

"""What cannot be data is refused; what can be is left to its reader."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.fetching.content_check import LARGEST_GZIP, largest_size, require_data
from geodata.fetching.failure import FetchFailure
from tests.geodata.fetching.faults import zipped

FEATURES = b'{"type": "FeatureCollection", "features": [{"error": 1}]}'


def check(folder: Path, data: bytes, reader: str = "population") -> None:
    path = folder / "file"
    path.write_bytes(data)
    require_data(path, reader)


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"COM;PMUN\n29001;1065\n", "population"),
        ("é".encode("cp1252"), "population"),
        (gzip.compress(b"COM;PMUN\n", mtime=0), "population"),
        (zipped("a.csv", b"COM;PMUN\n"), "population"),
        (b"7z\xbc\xaf\x27\x1c", "contours"),
        (b"SQLite format 3\0", "contours"),
        (FEATURES, "contours"),
        (b"\n" + gzip.compress(FEATURES, mtime=0)[:0] + FEATURES + b"\n", "contours"),
        (gzip.compress(FEATURES, mtime=0), "mairies"),
        (b'[{"id": 1}]', "conseillers_numeriques"),
        (b'[{"id": "' + b"x" * 2**17 + b'"}]', "lieux"),
    ],
)
def test_what_may_be_data(tmp_path: Path, data: bytes, reader: str) -> None:
    check(tmp_path, data, reader)


@pytest.mark.parametrize(
    ("data", "reader", "said"),
    [
        (FEATURES, "population", "message JSON"),
        (b'{"error_code": "x"}', "contours", "message JSON"),
        (b"[]", "lieux", "message JSON"),
        (FEATURES[:-2], "contours", "tronqué"),
        (b'[{"id": "' + b"x" * 2**17, "lieux", "JSON tronqué"),
        (gzip.compress(b'[{"id": "' + b"x" * 2**17, mtime=0), "lieux", "JSON tronqué"),
        (b"[" * 2**14 + b"]" * 2**14, "lieux", "démesurément"),
        (gzip.compress(b"", mtime=0), "population", "vide"),
        (b"PK\x05\x06" + b"\0" * 18, "population", "zip vide"),
    ],
)
def test_what_is_no_data(tmp_path: Path, data: bytes, reader: str, said: str) -> None:
    with pytest.raises(FetchFailure, match=said) as caught:
        check(tmp_path, data, reader)
    assert not caught.value.may_pass


def test_sizes_by_kind() -> None:
    assert largest_size(b"\x1f\x8b\x08") == LARGEST_GZIP
    assert largest_size(b"COM") < largest_size(b"PK\x03\x04")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    start=st.sampled_from(
        [b"", b"{", b"[", b"PK\x03\x04", b"\x1f\x8b", b"<", gzip.compress(b"x", mtime=0)]
    ),
    rest=st.binary(max_size=60),
    reader=st.sampled_from(["population", "contours"]),
)
def test_whatever_the_bytes_the_answer_is_expected(
    tmp_path: Path, start: bytes, rest: bytes, reader: str
) -> None:
    with suppress(FetchFailure):
        check(tmp_path, start + rest, reader)

"""Sources out of date are those whose last fetch failed."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from geodata.fetching.degraded import Degraded, degraded_sources
from geodata.fetching.records import recall, remember
from geodata.source_settings import SourceSettings
from geodata.storage.data_dir import DataDir
from tests.geodata.fetching.test_records import RECORD, SHA256, URL

TODAY = datetime.date(2026, 11, 22)
SOURCE = SourceSettings("fibre", None, URL, "T2 2026", "2026-06-30", 2026)


def test_only_what_failed_is_out_of_date_and_from_its_last_success(tmp_path: Path) -> None:
    data_dir = DataDir(tmp_path)
    data_dir.raw.mkdir()
    (data_dir.raw / SHA256).write_bytes(b"x")
    failed = replace(RECORD, checked_at="2026-11-12T23:59:59+00:00").failed("2026-11-21", "muet")
    remember(data_dir, "fibre", failed)
    remember(data_dir, "epci", RECORD)
    remember(data_dir, "mairies", failed)
    local = replace(SOURCE, id="mairies", file=tmp_path / "mairies.geojson", url=None)
    never = replace(SOURCE, id="population")
    sources = [SOURCE, replace(SOURCE, id="epci"), local, never]
    assert degraded_sources(sources, data_dir, TODAY) == (
        Degraded("fibre", "2026-11-12", 10, "muet"),
    )
    assert recall(data_dir, "fibre", URL) == failed


def test_an_age_is_never_negative(tmp_path: Path) -> None:
    data_dir = DataDir(tmp_path)
    data_dir.raw.mkdir()
    (data_dir.raw / SHA256).write_bytes(b"x")
    remember(data_dir, "fibre", replace(RECORD, checked_at="2027-01-01").failed("x", "muet"))
    assert degraded_sources([SOURCE], data_dir, TODAY)[0].age_days == 0

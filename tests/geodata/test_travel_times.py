"""Where travel times come from: the manifest says it, and two answers are one too many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.errors import SettingsError
from geodata.routing.settings import RoutingSettings
from geodata.settings import BuildSettings, Scope
from geodata.source_settings import SourceSettings
from geodata.storage.data_dir import DataDir
from geodata.travel_times import ask_times, travel_model
from tests.geodata.raw_files import raw_file

ROUTER = RoutingSettings("osrm", "http://localhost:5000", "2026-06-01")
TIMES = SourceSettings("temps_trajet_nord", None, None, "2026", "2026-05-01", 2026)
ALONE = BuildSettings("t", False, Scope("france"), ())


def test_nobody_is_asked_by_default(tmp_path: Path) -> None:
    assert ask_times(ALONE, DataDir(tmp_path), print) is None
    assert travel_model(ALONE, {}) == {"kind": "crow_fly", "date": None, "squares": None}


def test_the_table_or_the_service_is_said_with_its_date(tmp_path: Path) -> None:
    raw = {
        name: raw_file(tmp_path, name, source=name, date=date)
        for name, date in (
            ("temps_trajet_nord", "2026-05-01"),
            ("temps_trajet_sud", "2026-06-30"),
            ("carreaux", "2021-12-31"),
        )
    }
    assert travel_model(ALONE, raw) == {"kind": "matrix", "date": "2026-06-30", "squares": None}
    squares = {"carreaux": raw["carreaux"]}
    assert travel_model(ALONE, squares)["squares"] == "2021-12-31"
    asked = travel_model(replace(ALONE, routing=ROUTER), squares)
    assert asked == {"kind": "osrm", "date": "2026-06-01", "squares": None}


def test_a_table_and_a_service_are_refused(tmp_path: Path) -> None:
    both = replace(ALONE, sources=(TIMES,), routing=ROUTER)
    with pytest.raises(SettingsError, match="gardez l'un ou l'autre"):
        ask_times(both, DataDir(tmp_path), print)
    assert ask_times(replace(ALONE, routing=ROUTER), DataDir(tmp_path), print) is not None

"""Rows of a complement are the same whether the table is read whole or commune by commune."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.tables.local_published import ACTIVITY_YEARS
from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.snapshots.loaded_snapshot import load
from webapp.territories import commune_rows as module
from webapp.territories.commune_rows import commune_rows

ROWS = [
    {
        "code_insee": code,
        "annee": year,
        "type": "atelier",
        "actions_count": 2,
        "heures": 4.0,
        "participations_count": None,
    }
    for code in ("29001", "29019", "29042")
    for year in (2022, 2023)
]


def test_both_ways_of_reading_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = load(publish(tmp_path, {**TABLES, "activity_years": ROWS}))
    found = commune_rows(snapshot, ACTIVITY_YEARS, ["29042", "29001"])
    assert found == [row for row in ROWS if row["code_insee"] != "29019"]
    monkeypatch.setattr(module, "WORTH_READING_WHOLE", 1)
    assert commune_rows(snapshot, ACTIVITY_YEARS, ["29042", "29001"]) == found

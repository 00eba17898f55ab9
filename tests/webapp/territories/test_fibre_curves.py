"""Tests of `webapp.territories.fibre_curves`."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.webapp import sample_complements
from tests.webapp.published import publish
from webapp.snapshots.loaded_snapshot import load
from webapp.territories.fibre_curves import fibre_curves


def _quarter(name: str, rate: float) -> dict[str, object]:
    """Row of the département at a quarter."""
    return {
        "type": "departement",
        "code": "29",
        "series": "releve",
        "quarter": name,
        "taux_couverture_ftth": rate,
        "fibre_informed_share": 1.0,
    }


def test_the_lines_of_a_departement_are_read_from_the_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [_quarter("2026-T1", 0.8), _quarter("2026-T2", 0.9)]
    told = {**sample_complements.COMPLEMENT_ROWS, "territory_fibre": rows}
    monkeypatch.setattr("tests.webapp.published.COMPLEMENT_ROWS", told)
    publish(tmp_path)
    snapshot = load(Snapshot.open(DataDir(tmp_path).snapshot(DataDir(tmp_path).latest_ids()[0])))
    drawn = fibre_curves(snapshot, "departement", "29").replace("\u00a0", " ")
    assert "Finistère : 90,0 % au 2e trimestre 2026, contre 80,0 %" in drawn


def test_a_snapshot_of_one_quarter_hides_the_chart(snapshot_dir: Path) -> None:
    snapshot = load(
        Snapshot.open(DataDir(snapshot_dir).snapshot(DataDir(snapshot_dir).latest_ids()[0]))
    )
    assert fibre_curves(snapshot, "departement", "29") == ""
    assert fibre_curves(snapshot, "commune", "29019") == ""

"""Tests of `webapp.communes.commune_charts`."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from webapp.communes.commune_charts import CommuneCharts, commune_charts
from webapp.snapshots.loaded_snapshot import load


@pytest.fixture
def brest(snapshot_dir: Path) -> CommuneCharts:
    """Draw the charts of Brest in the sample."""
    folder = DataDir(snapshot_dir)
    snapshot = load(Snapshot.open(folder.snapshot(folder.latest_ids()[0])))
    return commune_charts(snapshot, snapshot.communes["29019"])


def test_a_commune_stands_among_those_of_its_departement(brest: CommuneCharts) -> None:
    assert brest.among == "Finistère"
    assert all(place.startswith("<figure") for place in brest.places)


def test_one_quarter_makes_no_line(brest: CommuneCharts) -> None:
    assert brest.fibre == ""

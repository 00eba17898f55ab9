"""Tests of `webapp.territories.serving_places`."""

from __future__ import annotations

from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.snapshots.loaded_snapshot import load
from webapp.territories.serving_places import serving_places


def test_places_of_a_territory_are_its_own_and_those_that_serve_it(snapshot_dir: Path) -> None:
    snapshot = load(*open_latest(DataDir(snapshot_dir)))
    morlaix = serving_places(snapshot, [snapshot.communes["29067"]])
    assert [site["id"] for site in morlaix] == ["fs-1894"]
    brest = serving_places(snapshot, [snapshot.communes["29019"]])
    assert [site["id"] for site in brest] == ["fs-173"]
    assert serving_places(snapshot, []) == []

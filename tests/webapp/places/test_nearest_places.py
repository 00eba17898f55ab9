"""Tests of `webapp.places.nearest_places`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.places.nearest_places import nearest_places
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


def test_the_first_is_the_published_nearest(loaded: LoadedSnapshot) -> None:
    for commune in loaded.communes.values():
        if commune["nearest_site_id"] is None:
            continue
        first = nearest_places(loaded, commune, 3)[0]
        assert first.site["id"] == commune["nearest_site_id"]
        assert first.km == commune["nearest_site_km"]
        assert first.minutes == commune["nearest_site_min"]


def test_three_places_are_found_each_once_whatever_borders_lie_between(
    loaded: LoadedSnapshot,
) -> None:
    trips = nearest_places(loaded, loaded.communes["29067"], 3)
    assert len({trip.site["id"] for trip in trips}) == 3
    assert trips[0].site["departement"] == "22"
    known = [trip.minutes for trip in trips[1:] if trip.minutes is not None]
    assert known == sorted(known)


def test_beyond_reach_a_time_is_estimated_from_the_distance(loaded: LoadedSnapshot) -> None:
    trips = nearest_places(loaded, loaded.communes["29001"], 3)
    last = trips[-1]
    assert last.minutes == pytest.approx(2 + 60 * 1.3 * last.km / 45)


def test_a_better_model_of_times_is_not_replaced_by_an_estimate(loaded: LoadedSnapshot) -> None:
    facts = loaded.facts | {"method": {**loaded.facts["method"], "travel_model": {"kind": "osrm"}}}
    manifest = loaded.snapshot.manifest | {"carto": facts}
    routed = replace(loaded, snapshot=replace(loaded.snapshot, manifest=manifest))
    assert nearest_places(routed, routed.communes["29001"], 3)[-1].minutes is None


def test_an_island_without_a_place_has_those_across_the_water(loaded: LoadedSnapshot) -> None:
    trips = nearest_places(loaded, loaded.communes["29083"], 3)
    assert len(trips) == 3
    assert not any(trip.is_by_road for trip in trips)
    assert [trip.minutes for trip in trips] == [None] * 3


def test_an_island_with_one_place_has_it_first(loaded: LoadedSnapshot) -> None:
    first, *others = nearest_places(loaded, loaded.communes["29155"], 3)
    assert first.is_by_road
    assert not any(trip.is_by_road for trip in others)


def test_those_located_come_before_those_placed_at_the_point_of_their_commune(
    loaded: LoadedSnapshot,
) -> None:
    commune = next(
        row
        for code, row in loaded.communes.items()
        if len(loaded.details("contributions", code)) > 1
    )
    first, second, _ = (trip.site["id"] for trip in nearest_places(loaded, commune, 3))
    sites = dict(loaded.sites)
    sites[first] = sites[first] | {"flags": ["POSITION_APPROCHEE"]}
    unsure = replace(loaded, sites=sites)
    for count in (2, 3):
        listed = [trip.site["id"] for trip in nearest_places(unsure, commune, count)]
        assert listed[:2] == [second, first]
    assert [trip.site["id"] for trip in nearest_places(unsure, commune, 1)] == [first]

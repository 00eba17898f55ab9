"""Tests of `webapp.places.places_near`."""

from __future__ import annotations

import pytest
from flask import Flask

from carto.verdict.parameters import Travel, crow_fly_minutes
from webapp.places.places_near import places_near
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@pytest.fixture
def snapshot(app: Flask) -> LoadedSnapshot:
    """Return the published sample."""
    with app.test_request_context():
        return current()


def of(snapshot: LoadedSnapshot, code: str) -> tuple[float, float]:
    row = snapshot.communes[code]
    return row["longitude"], row["latitude"]


def test_the_nearest_comes_first_wherever_it_is(snapshot: LoadedSnapshot) -> None:
    commune, trips = places_near(snapshot, *of(snapshot, "29019"), 4)
    assert commune is not None
    assert commune["code_insee"] == "29019"
    by_road = [trip.km for trip in trips if trip.is_by_road]
    assert by_road == sorted(by_road)
    assert {trip.site["departement"] for trip in trips} - {"29"}, "beyond the border"
    assert trips[0].minutes == pytest.approx(crow_fly_minutes(Travel(), trips[0].km))


def test_only_supply_is_near(snapshot: LoadedSnapshot) -> None:
    _, trips = places_near(snapshot, *of(snapshot, "29019"), 50)
    supply = {key for key, site in snapshot.sites.items() if site["is_supply"]}
    assert {trip.site["id"] for trip in trips} == supply


def test_across_the_water_there_is_no_time(snapshot: LoadedSnapshot) -> None:
    island = of(snapshot, "29083")
    _, trips = places_near(snapshot, *island, 3)
    assert trips
    for trip in trips:
        assert trip.is_by_road or trip.minutes is None


def test_out_of_the_published_communes_there_is_no_time(snapshot: LoadedSnapshot) -> None:
    commune, trips = places_near(snapshot, 2.0, 10.0, 2)
    assert commune is None
    assert [(trip.minutes, trip.is_by_road) for trip in trips] == [(None, False)] * 2

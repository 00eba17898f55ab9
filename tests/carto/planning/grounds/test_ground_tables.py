"""The tables that grounds are cut out of: what is published, and what is not known."""

from __future__ import annotations

import numpy as np

from tests.carto.planning.small_tables import small_tables


def test_an_island_without_a_place_is_known_to_have_none() -> None:
    tables = small_tables()
    assert tables.nearest_place.tolist() == [0, 0, -1, -1, -1, -1]
    assert tables.nearest_min[:3].tolist() == [3.73, 17.6, np.inf]
    assert np.isnan(tables.nearest_min[3:]).all()


def test_unknown_people_are_not_nobody() -> None:
    tables = small_tables()
    assert np.isnan(tables.people).tolist() == [False, False, False, False, True, False]
    assert np.isnan(tables.demand).tolist() == [False, False, False, False, True, False]


def test_places_have_the_name_of_their_published_row() -> None:
    tables = small_tables()
    assert tables.place_names.tolist() == ["Lieu a", "Lieu b", "Lieu c"]
    assert tables.place_communes.tolist() == ["29001", "56001", "56002"]
    assert tables.is_known_around.tolist() == [True, True, False]
    assert tables.trips is None


def test_listed_trips_are_positions() -> None:
    listed = {"code_insee": ["29002", "29001"], "site_id": ["b", "a"], "minutes": [12.0, 6.0]}
    trips = small_tables(trips=listed).trips
    assert trips is not None
    assert trips.commune.tolist() == [1, 0]
    assert trips.place.tolist() == [1, 0]
    assert trips.minutes.tolist() == [12.0, 6.0]

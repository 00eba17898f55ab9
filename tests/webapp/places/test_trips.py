"""Tests of `webapp.places.trips`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.webapp.sample import Row
from webapp.places.trips import Trip, TripWords, in_words, is_located


def told(trip: Trip, commune: Row, facts: Mapping[str, Any]) -> TripWords:
    return in_words(trip, commune, "Crozon", facts)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.2, "à environ 1 minute"),
        (24.7, "à environ 25 minutes"),
        (89.4, "à environ 89 minutes"),
        (92.0, "à environ 1 h 30"),
        (119.0, "à environ 2 h"),
        (None, "à 13,1 km"),
    ],
)
def test_a_time_is_about_so_long(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    minutes: float | None,
    said: str,
) -> None:
    routed = {**facts, "method": {**facts["method"], "travel_model": {"kind": "osrm"}}}
    trip = Trip(sites["fs-2046"], 13.1, minutes, True)
    assert plain(told(trip, communes["29001"], routed).way) == said


@pytest.mark.parametrize(("km", "minutes"), [(50.1, 59.0), (49.0, 60.5)])
def test_an_estimated_time_is_not_told_where_there_may_be_no_road(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    km: float,
    minutes: float,
) -> None:
    words = told(Trip(sites["fs-2046"], km, minutes, True), communes["29001"], facts)
    assert plain(words.way).startswith("à ")
    assert "environ" not in words.way
    assert words.detail == "à vol d'oiseau, sans garantie qu'une route y mène"
    assert words.detail in words.aside


def test_a_trip_across_the_water_has_no_time(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    words = told(Trip(sites["fs-170"], 56.0, None, False), communes["29083"], facts)
    assert words.way == words.aside == "de l'autre côté de l'eau"


def test_a_place_whose_position_is_unknown_has_neither_time_nor_distance(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    adrift = sites["fs-2046"] | {"flags": ["POSITION_APPROCHEE"]}
    assert not is_located(adrift)
    trip = Trip(adrift, 0.0, 5.0, True)
    elsewhere = TripWords("à Crozon", "distance inconnue", "distance inconnue")
    assert told(trip, communes["29001"], facts) == elsewhere
    home = communes["29001"] | {"code_insee": adrift["code_insee"]}
    assert told(trip, home, facts).way == "dans la commune"


def test_a_place_of_the_commune_says_so(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    home = communes["29001"] | {"code_insee": sites["fs-2046"]["code_insee"]}
    words = told(Trip(sites["fs-2046"], 2.0, 6.0, True), home, facts)
    assert plain(words.detail) == "2,0 km à vol d'oiseau, dans la commune"

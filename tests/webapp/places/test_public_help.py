"""Tests of `webapp.places.public_help`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.webapp.sample import Row
from webapp.places.public_help import PublicHelp, Trip, public_help


def told(
    commune: Row, trips: list[Trip], facts: Mapping[str, Any], communes: dict[str, Row]
) -> PublicHelp:
    return public_help(commune, trips, facts, communes)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def to_crozon(sites: dict[str, Row]) -> Trip:
    return Trip(sites["fs-2046"], 13.1, 24.7, True)


def test_without_a_place_here_the_nearest_is_named(
    communes: dict[str, Row], to_crozon: Trip, facts: Mapping[str, Any]
) -> None:
    help_ = told(communes["29001"], [to_crozon], facts, communes)
    assert plain(help_.sentence) == (
        "À Argol, aucun lieu d'aide au numérique n'est connu. Le plus proche est à Crozon, à "
        "environ 25 minutes."
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "À Argol, un lieu vous aide"),
        (5, "À Argol, 5 lieux vous aident"),
        (None, "on ne sait pas"),
    ],
)
def test_places_here_are_counted_and_a_missing_list_is_not_zero(
    communes: dict[str, Row],
    to_crozon: Trip,
    facts: Mapping[str, Any],
    count: int | None,
    said: str,
) -> None:
    commune = communes["29001"] | {"sites_count": count}
    assert said in plain(told(commune, [to_crozon], facts, communes).sentence)


def test_an_island_says_that_no_road_leads_to_help(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    across = Trip(sites["fs-170"], 56.0, None, False)
    help_ = told(communes["29083"], [across], facts, communes)
    assert plain(help_.sentence) == (
        "À l'Île-de-Sein, aucun lieu d'aide au numérique n'est accessible par la route."
    )
    assert help_.places[0].time == "de l'autre côté de l'eau"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.2, "à environ 1 minute"),
        (24.7, "à environ 25 minutes"),
        (89.4, "à environ 89 minutes"),
        (92.0, "à environ 1 h 30"),
        (119.0, "à environ 2 h"),
        (None, ""),
    ],
)
def test_a_time_is_about_so_long(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    minutes: float | None,
    said: str,
) -> None:
    trip = Trip(sites["fs-2046"], 13.1, minutes, True)
    assert plain(told(communes["29001"], [trip], facts, communes).places[0].time) == said


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (None, "on ne sait pas combien"),
        (0.0, "aucun logement ni local professionnel ne peut"),
        (0.004, "moins de 1 logement ou local professionnel sur 100 peut"),
        (0.0199, "1 logement ou local professionnel sur 100 peut"),
        (0.29, "29 logements ou locaux professionnels sur 100 peuvent"),
        (0.9999, "99 logements"),
        (1.0, "tous les logements"),
    ],
)
def test_fibre_is_told_in_homes_out_of_a_hundred(
    communes: dict[str, Row], facts: Mapping[str, Any], rate: float | None, said: str
) -> None:
    commune = communes["29001"] | {"taux_couverture_ftth": rate}
    assert said in plain(told(commune, [], facts, communes).fibre)


def test_a_place_of_another_departement_says_so(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    trip = Trip(sites["fs-1894"], 9.7, 18.8, True)
    near = told(communes["29067"], [trip], facts, communes).places[0]
    assert near.place.elsewhere == "Côtes-d'Armor"
    assert plain(near.distance) == "9,7 km"
    assert not near.is_here

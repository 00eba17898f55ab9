"""Tests of `webapp.places.public_help`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.webapp.sample import Row
from webapp.places.public_help import PublicHelp, public_help
from webapp.places.trips import Trip


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
    assert help_.places[0].way == "De l'autre côté de l'eau"


def test_the_nearest_is_the_published_one_wherever_it_is_listed(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    adrift = sites["fs-2046"] | {"flags": ["POSITION_APPROCHEE"]}
    here = communes["29001"] | {"nearest_site_id": "fs-2046"}
    trips = [Trip(sites["fs-173"], 30.0, 40.0, True), Trip(adrift, 13.1, 24.7, True)]
    help_ = told(here, trips, facts, communes)
    assert plain(help_.sentence).endswith("Le plus proche est à Crozon, distance inconnue.")
    assert [near.way for near in help_.places] == ["À environ 40\u00a0minutes", "À Crozon"]


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (None, "on ne sait pas combien"),
        (0.0, "aucun logement ni local professionnel ne peut"),
        (0.004, "moins de 1 logement ou local professionnel sur 100 peut"),
        (0.006, "1 logement ou local professionnel sur 100 peut"),
        (0.0199, "2 logements ou locaux professionnels sur 100 peuvent"),
        (0.29, "29 logements ou locaux professionnels sur 100 peuvent"),
        (0.9197, "92 logements"),
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
    assert plain(near.trip.detail) == "9,7 km à vol d'oiseau"


def test_warnings_count_among_what_a_sheet_holds(
    communes: dict[str, Row], sites: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    doubtful = {**sites["fs-2046"], "flags": ["FICHE_PERIMEE", "POSITION_HORS_COMMUNE"]}
    trips = [Trip({**doubtful, "id": str(number)}, 1.0, 3.0, True) for number in range(5)]
    assert told(communes["29001"], trips, facts, communes).is_long
    assert not told(communes["29001"], trips[:1], facts, communes).is_long

"""Breadcrumbs: every step named, and linked when it has a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from carto.codes import departement_name
from tests.webapp.sample import TABLES, Row
from webapp.territories.territory import Step
from webapp.territories.trails import trail_of

Level = Callable[[str], Mapping[str, Any]]
FINISTERE = TABLES["departement"][0]
ARGOL = TABLES["communes"][0]


def published(**levels: list[str]) -> Level:
    """Levels where only some codes are published."""
    return lambda type_: {code: {} for code in levels.get(type_, [])}


def test_france_stands_alone() -> None:
    assert trail_of("france", {"nom": "France"}, published(), ARGOL) == [Step("France")]


def test_steps_are_linked_when_they_are_published() -> None:
    everything = published(france=["FR"], region=["53"], departement=["29"], epci=["200066868"])
    assert trail_of("departement", FINISTERE, everything, ARGOL) == [
        Step("France", "/france"),
        Step("Bretagne", "/region/53"),
        Step("Finistère"),
    ]
    region = trail_of("region", {"nom": "Bretagne"}, everything, ARGOL)
    assert region == [Step("France", "/france"), Step("Bretagne")]
    assert [step.path for step in trail_of("departement", FINISTERE, published(), ARGOL)] == [
        ""
    ] * 3


def test_a_commune_hangs_from_its_epci_or_from_its_departement(communes: dict[str, Row]) -> None:
    level = published(departement=["29"], epci=["200066868"])
    crozon = trail_of("commune", communes["29042"], level, communes["29042"])
    assert [step.path for step in crozon] == ["", "", "/departement/29", "/epci/200066868", ""]
    sein = trail_of("commune", communes["29083"], level, communes["29083"])
    assert [step.nom for step in sein] == ["France", "Bretagne", "Finistère", "Île-de-Sein"]


def test_an_ept_is_part_of_the_metropole() -> None:
    member = ARGOL | {"region": "11", "siren_epci": "200054781", "nom_epci": "Grand Paris"}
    trail = trail_of("ept", {"nom": "Plaine Commune"}, published(epci=["200054781"]), member)
    assert [(step.nom, step.path) for step in trail] == [
        ("France", ""),
        ("Île-de-France", ""),
        ("Grand Paris", "/epci/200054781"),
        ("Plaine Commune", ""),
    ]


@pytest.mark.parametrize(
    ("departements", "steps"),
    [
        ("29", ["France", "Bretagne", "Finistère", "Groupe"]),
        ("22|29", ["France", "Bretagne", "Groupe"]),
        ("29|44", ["France", "Groupe"]),
    ],
)
def test_a_group_hangs_from_what_all_its_communes_share(
    departements: str, steps: list[str]
) -> None:
    row = {"nom": "Groupe", "departements": departements}
    assert [step.nom for step in trail_of("groupe", row, published(), ARGOL)] == steps


@pytest.mark.parametrize("code", ["975", "977", "978", "987"])
def test_a_collectivite_has_no_region_and_is_named(communes: dict[str, Row], code: str) -> None:
    row = {**communes["29083"], "departement": code, "region": None}
    steps = trail_of("commune", row, published(), row)
    assert steps[:2] == [Step("France"), Step(departement_name(code))]


def test_an_overseas_departement_is_not_named_twice() -> None:
    everything = published(france=["FR"], region=["01"], departement=["971"])
    row = {"nom": "Guadeloupe", "region": "01"}
    assert trail_of("departement", row, everything, ARGOL) == [
        Step("France", "/france"),
        Step("Guadeloupe"),
    ]

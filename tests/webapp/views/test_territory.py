"""Tests of `webapp.views.territory`."""

from __future__ import annotations

import pytest

from carto.codes import departement_name
from tests.webapp.sample import TABLES, Row
from webapp.views.territory import (
    Step,
    bounds_of,
    commune_trail,
    departement_trail,
    epci_trail,
    first_communes,
    parts,
)

DEPARTEMENTS = {row["code_departement"]: row for row in TABLES["departement"]}


def test_the_worst_communes_come_first(communes: dict[str, Row]) -> None:
    order = [row["nom"] for row in first_communes(communes.values())]
    assert order[:2] == ["Argol", "Pont-de-Buis-lès-Quimerch"]
    assert order[-1] == "Quimper"


def test_trails_link_only_what_has_a_page(communes: dict[str, Row]) -> None:
    assert departement_trail(DEPARTEMENTS["29"]) == [
        Step("France"),
        Step("Bretagne"),
        Step("Finistère"),
    ]
    assert departement_trail(DEPARTEMENTS["29"], "/")[0] == Step("France", "/")
    crozon = commune_trail(communes["29042"], DEPARTEMENTS)
    assert [step.path for step in crozon] == ["", "", "/departement/29", "/epci/200066868", ""]
    assert epci_trail(TABLES["epci"][0], {})[2] == Step("Finistère")


def test_a_commune_without_epci_hangs_from_its_departement(communes: dict[str, Row]) -> None:
    trail = commune_trail(communes["29083"], DEPARTEMENTS)
    assert [step.nom for step in trail] == ["France", "Bretagne", "Finistère", "Île-de-Sein"]


def test_parts_with_most_underserved_communes_come_first() -> None:
    found = parts(TABLES["epci"])
    assert found[0].underserved == "2"
    assert {part.path for part in found} == {f"/epci/{row['siren_epci']}" for row in TABLES["epci"]}


def test_bounds_hold_every_commune(communes: dict[str, Row]) -> None:
    west, south, east, north = map(float, bounds_of(list(communes.values())).split(","))
    for row in communes.values():
        assert west <= row["longitude"] <= east
        assert south <= row["latitude"] <= north


@pytest.mark.parametrize("code", ["975", "977", "978", "987"])
def test_a_collectivite_has_no_region_and_is_named(communes: dict[str, Row], code: str) -> None:
    row = {**communes["29083"], "departement": code, "region": None}
    assert commune_trail(row, {})[:2] == [Step("France"), Step(departement_name(code))]

"""Tests of `webapp.snapshots.absences`."""

from __future__ import annotations

import pytest

from carto.codes import DEPARTEMENTS
from webapp.errors import FormerCommuneError
from webapp.snapshots.absences import absence, covered, refuse_arrondissement


@pytest.mark.parametrize(("type_", "code"), [("departement", "975"), ("commune", "97501")])
def test_overseas_collectivites_are_named_with_why_they_are_absent(type_: str, code: str) -> None:
    said = absence(type_, code)
    assert said.startswith("Saint-Pierre-et-Miquelon (975)")
    assert "producteurs" in said


def test_a_known_departement_is_named_and_an_unknown_code_is_not() -> None:
    assert absence("departement", "56").startswith("Morbihan (56)")
    assert absence("commune", "29999") == (
        "Aucune commune des données publiées ici n'a le code « 29999 »"
    )


def test_what_is_covered_is_said_shortly() -> None:
    every = {code: {"nom": nom} for code, (nom, _) in DEPARTEMENTS.items()}
    assert covered(every, {}) == "la France entière"
    del every["29"]
    assert covered(every, {}).endswith("et 96 autres")
    assert covered({}, {"200066868": {"nom": "Crozon"}}) == "Crozon"


def test_an_arrondissement_leads_to_its_commune() -> None:
    with pytest.raises(FormerCommuneError) as raised:
        refuse_arrondissement("75111", {"75056": {"nom": "Paris"}})
    assert raised.value.heirs == ("75056",)
    refuse_arrondissement("75111", {})

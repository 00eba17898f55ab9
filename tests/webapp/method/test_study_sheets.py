"""Tests of `webapp.method.study_sheets`: complete, with the numbers of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from carto.french import NBSP
from carto.vocabulary import TERRITORY_TYPES
from webapp.communes.commune_study import CommuneStudy, commune_study
from webapp.method.method_sheets import sheets
from webapp.method.sheet import Sheet
from webapp.method.study_sheets import study_sheets


@pytest.fixture
def row(communes: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**communes["29001"], "typology": "cumul", "taux_low": 0.7638, "taux_high": 0.7638}


@pytest.fixture
def study(row: Mapping[str, Any], facts: Mapping[str, Any]) -> CommuneStudy:
    return commune_study(row, lambda *_: [], facts, {})


def sheet(facts: Any, study: CommuneStudy, row: Any, id_: str, around: Any = None) -> Sheet:
    (found,) = [one for one in study_sheets(facts, study, row, around) if one.id == id_]
    return found


def example(found: Sheet) -> str:
    return " ".join(found.example.lines if found.example else ()).replace(NBSP, " ")


def test_every_sheet_is_complete(facts: Mapping[str, Any], study: CommuneStudy, row: Any) -> None:
    found = study_sheets(facts, study, row)
    ids = [one.id for one in (*sheets(facts, {}), *found)]
    assert len(set(ids)) == len(ids)
    for one in found:
        assert one.title
        assert one.question.endswith("?")
        assert one.formula
        assert one.sources
        assert one.limits


def test_every_type_is_spelt_out(facts: Mapping[str, Any], study: CommuneStudy, row: Any) -> None:
    types = sheet(facts, study, row, "typologie")
    text = " ".join(types.formula)
    assert all(found.words in text for found in TERRITORY_TYPES.values())
    assert types.example is not None
    assert TERRITORY_TYPES["cumul"].words in types.example.lines[0]


def test_numbers_are_those_of_the_snapshot(
    facts: Mapping[str, Any], study: CommuneStudy, row: Any
) -> None:
    parameters = facts["method"]["parameters"]
    tried = {**parameters["robustness"], "input_draws": 321}
    method = {**facts["method"], "parameters": {**parameters, "robustness": tried}}
    found = sheet({**facts, "method": method}, study, row, "solidite")
    assert found.formula[0].startswith("321 fois")


def test_given_times_are_drawn_by_one_factor(facts: Any, study: CommuneStudy, row: Any) -> None:
    model = {"kind": "osrm", "date": "2026-06-30"}
    given = {**facts, "method": {**facts["method"], "travel_model": model}}
    said = " ".join(sheet(given, study, row, "solidite").formula)
    assert "temps multipliés par un même facteur, entre 0,80 et 1,32" in said
    assert "km/h" not in said


def test_a_fibre_without_bounds_did_not_vary(facts: Any, study: CommuneStudy, row: Any) -> None:
    assert "elle n'a pas varié" in example(sheet(facts, study, row, "solidite"))
    bounded = {**row, "taux_high": 0.8}
    assert "n'a pas varié" not in example(sheet(facts, study, bounded, "solidite"))


def test_a_commune_without_a_type_says_why(facts: Any, study: CommuneStudy, row: Any) -> None:
    untyped = replace(study, type_=None, untyped="l'alerte sur le besoin est inconnue.")
    said = example(sheet(facts, untyped, row, "typologie"))
    assert said == "Sans type : l'alerte sur le besoin est inconnue."


def test_copper_without_a_source_credits_nobody(facts: Any, study: CommuneStudy, row: Any) -> None:
    found = sheet(facts, study, row, "cuivre")
    assert found.sources == "aucune source du cuivre dans ces données"


def test_clusters_credit_all_that_they_compare(facts: Any, study: CommuneStudy, row: Any) -> None:
    sources = sheet(facts, study, row, "regroupements").sources
    assert all(producer in sources for producer in ("ANCT", "ARCEP", "INSEE"))


def test_the_index_is_that_of_the_territory_around(
    facts: Any, study: CommuneStudy, row: Any
) -> None:
    around = {"nom": "Pays d'ici", "accessibility_gini": 0.342}
    said = example(sheet(facts, study, row, "inegalites", around))
    assert said == "Pays d'ici : indice de Gini de 0,34."
    assert sheet(facts, study, row, "inegalites").example is None

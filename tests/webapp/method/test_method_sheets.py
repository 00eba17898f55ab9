"""Tests of `webapp.method.method_sheets`: each indicator has all that a reader needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.french import NBSP
from webapp.method.method_sheets import sheets
from webapp.method.sheet import Example


def test_every_sheet_is_complete(facts: Mapping[str, Any]) -> None:
    found = sheets(facts, {})
    assert len({sheet.id for sheet in found}) == len(found)
    for sheet in found:
        assert sheet.title
        assert sheet.question.endswith((".", "?"))
        assert sheet.formula
        assert sheet.sources
        assert sheet.limits


def test_numbers_are_those_of_the_snapshot(facts: Mapping[str, Any]) -> None:
    parameters = facts["method"]["parameters"]
    alerts = {**parameters["alerts"], "fibre_pct": 90.0}
    method = {**facts["method"], "parameters": {**parameters, "alerts": alerts}}
    fibre = next(s for s in sheets({**facts, "method": method}, {}) if s.id == "fibre")
    assert f"Alerte sous 90{NBSP}%." in fibre.formula


def test_an_example_goes_with_its_sheet(facts: Mapping[str, Any]) -> None:
    example = Example(("1 + 1 = 2",))
    found = {sheet.id: sheet.example for sheet in sheets(facts, {"temps": example})}
    assert found["temps"] == example
    assert found["fibre"] is None


def test_given_times_are_not_explained_as_an_estimate(facts: Mapping[str, Any]) -> None:
    model = {"kind": "matrix", "date": "2026-06-30"}
    source = {**facts["sources"][0], "id": "temps_trajet", "producer": "Région", "date": "2026-06"}
    given = {
        **facts,
        "method": {**facts["method"], "travel_model": model},
        "sources": [*facts["sources"], source],
    }
    time = next(sheet for sheet in sheets(given, {}) if sheet.id == "temps")
    said = " ".join((*time.formula, *time.limits))
    assert "table de temps de trajet" in said
    assert "km/h" not in said
    assert f"temps{NBSP}: Région, juin 2026" in time.sources


def test_each_variant_of_the_need_has_its_formula_and_its_source(facts: Mapping[str, Any]) -> None:
    income = next(sheet for sheet in sheets(facts, {}) if sheet.id == "besoin")
    assert income.formula[0].startswith("besoin = 10 − nombre de déciles")
    assert income.sources == "INSEE, 2019"
    scored = {**facts, "method": {**facts["method"], "need_variant": "insee"}}
    mean = next(sheet for sheet in sheets(scored, {}) if sheet.id == "besoin")
    assert mean.formula[0].endswith("÷ 3")


def test_the_score_follows_the_weights_and_the_mean(facts: Mapping[str, Any]) -> None:
    parameters = facts["method"]["parameters"]
    composite = {**parameters["composite"], "weights": [3, 1, 1], "aggregation": "geometric"}
    method = {**facts["method"], "parameters": {**parameters, "composite": composite}}
    score = next(s for s in sheets({**facts, "method": method}, {}) if s.id == "score")
    assert "score = 100 × (offre^3 × besoin × connectivité)^(1 ÷ 5)" in score.formula

"""Tests of `webapp.views.method_sheets`: each indicator has all that a reader needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.drawing.classification import indicators_for
from carto.french import NBSP
from webapp.views.method_sheets import sheets
from webapp.views.worked_example import Example


def test_every_sheet_is_complete(facts: Mapping[str, Any]) -> None:
    found = sheets(facts, {})
    assert len({sheet.id for sheet in found}) == len(found)
    for sheet in found:
        assert sheet.title
        assert sheet.question.endswith((".", "?"))
        assert sheet.formula
        assert sheet.sources
        assert sheet.limits


def test_every_indicator_of_the_map_but_the_verdict_has_its_sheet(facts: Mapping[str, Any]) -> None:
    known = {sheet.id for sheet in sheets(facts, {})}
    assert set(indicators_for(facts)) - {"verdict"} <= known


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

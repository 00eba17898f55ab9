"""Tests of `webapp.method.rollout_sheets`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.french import NBSP
from webapp.method.rollout_sheets import rollout_sheets


def test_the_alert_of_what_is_left_mirrors_that_of_the_rate(facts: Mapping[str, Any]) -> None:
    parameters = facts["method"]["parameters"]
    alerts = {**parameters["alerts"], "fibre_pct": 90.0}
    method = {**facts["method"], "parameters": {**parameters, "alerts": alerts}}
    left, gain = (sheet.in_type() for sheet in rollout_sheets({**facts, "method": method}))
    assert f"Alerte au-dessus de 10{NBSP}%." in left.formula
    assert "ARCEP" in left.sources
    assert "recomptage" in " ".join(gain.limits)

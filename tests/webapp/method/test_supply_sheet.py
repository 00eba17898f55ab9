"""Tests of `webapp.method.supply_sheet`: the words follow the parameters of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.measures.demand import AGE, NEED, NONE
from carto.verdict.parameters import DECAYS
from webapp.method.supply_sheet import DEMAND_WORDS, supply_sheet


def written(facts: Mapping[str, Any], standard: str = "none", **catchment: Any) -> str:
    parameters = facts["method"]["parameters"]
    changed = {**parameters, "catchment": {**parameters["catchment"], **catchment}}
    method = {**facts["method"], "parameters": changed, "demand_standard": standard}
    sheet = supply_sheet({**facts, "method": method})
    return " ".join((*sheet.formula, *sheet.limits))


def test_each_method_is_named_alone(facts: Mapping[str, Any]) -> None:
    two, three = written(facts), written(facts, method="3sfca")
    assert "E2SFCA" in two
    assert "3SFCA" not in two
    assert "3SFCA" in three
    assert "E2SFCA" not in three
    assert "attrait × attrait ÷ somme des attraits" in three


def test_each_decay_has_its_formula(facts: Mapping[str, Any]) -> None:
    assert "0,3 jusqu'à 15 min" in written(facts)
    assert "poids : 1 jusqu'à 20 min ; 0 au-delà" in written(facts, decay="flat")
    assert "exp(−temps² ÷ (2 × 12²)) jusqu'à 20 min" in written(
        facts, decay="gaussian", gaussian_min=12.0
    )
    assert len({written(facts, decay=decay) for decay in DECAYS}) == len(DECAYS)


@pytest.mark.parametrize("standard", [AGE, NEED, NONE])
def test_what_weighs_an_inhabitant_is_said(facts: Mapping[str, Any], standard: str) -> None:
    assert DEMAND_WORDS[standard] in written(facts, standard)

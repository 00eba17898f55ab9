"""Tests of `webapp.method.worked_score`: the lines give the score of the method again."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from carto.french import NARROW, NBSP
from carto.verdict.composite import composite_score
from carto.verdict.parameters import AGGREGATIONS, Parameters
from webapp.method.worked_score import mean_formula, score_lines


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
@pytest.mark.parametrize("weights", [(1.0, 1.0, 1.0), (3.0, 1.0, 1.0), (0.5, 2.0, 0.0)])
@pytest.mark.parametrize("minutes", [18.4, 3.0, None])
def test_a_calculator_gives_the_score(
    aggregation: str, weights: tuple[float, float, float], minutes: float | None
) -> None:
    method = Parameters()
    composite = replace(method.composite, weights=weights, aggregation=aggregation)
    parameters = replace(method, composite=composite)
    values = (np.inf if minutes is None else minutes, 0.2137, 8.0, 0.7638)
    score = composite_score(*(np.array([value]) for value in values), parameters)
    row = {
        **{"nearest_site_min": minutes, "accessibility": 0.2137, "need": 8.0},
        **{"taux_couverture_ftth": 0.7638, "score": round(float(score[0]), 2)},
    }
    *_, said = score_lines(row, parameters.as_dict())
    formula, _, result = said.removeprefix("Score : ").removesuffix(".").rpartition(" = ")
    assert _computed(formula) == pytest.approx(float(result.replace(",", ".")), abs=0.0051)


def _computed(formula: str) -> float:
    """Compute what a reader would type."""
    typed = formula.replace(NBSP, " ").replace(NARROW, "").replace(",", ".")
    for sign, python in (("×", "*"), ("÷", "/"), ("^", "**")):
        typed = typed.replace(sign, python)
    assert re.fullmatch(r"[\d.*/+() ]+", typed)
    return float(eval(typed))  # noqa: S307


def test_each_note_can_be_computed_and_stays_between_its_bounds() -> None:
    row = {
        **{"nearest_site_min": 3.0, "accessibility": 0.1262, "need": 8.0},
        **{"taux_couverture_ftth": 0.5, "score": 50.0},
    }
    lines = "\n".join(score_lines(row, Parameters().as_dict()))
    assert "Temps : (3,00 − 5) ÷ 25 = −0,08, ramené à 0." in lines
    assert "Heures : 1 − 0,1262 ÷ 0,57 = 0,778596." in lines
    assert "Connectivité : (1 − 0,5) ÷ 0,3 = 1,666667, ramené à 1." in lines
    alone = "\n".join(score_lines({**row, "nearest_site_min": None}, Parameters().as_dict()))
    assert "Temps : 1, aucun lieu n'est accessible par la route." in alone


def test_equal_weights_are_a_plain_mean() -> None:
    assert mean_formula((1, 1, 1), "arithmetic", ("o", "b", "c")) == "(o + b + c) ÷ 3"

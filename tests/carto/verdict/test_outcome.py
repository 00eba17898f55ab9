"""The outcome of a judgement: plain values, None where missing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.verdict.evidence import Evidence
from carto.verdict.judgement import judge
from carto.verdict.outcome import OUTCOME_COLUMNS, outcome
from carto.verdict.parameters import Composite, Parameters

NAN = float("nan")


def one(minutes: float, access: float, need: float, taux: float) -> Evidence:
    """Evidence on one commune far from any closure of copper."""
    known = (minutes, access, access, need, taux, 0.0)
    return Evidence(*(np.array([value]) for value in known))


def decided(evidence: Evidence, *, is_empty: bool = False, parameters: Parameters) -> list[object]:
    """Decide one commune."""
    judgement = judge(evidence, parameters.alerts)
    columns = outcome(evidence, judgement, np.array([is_empty]), parameters)
    assert tuple(columns) == OUTCOME_COLUMNS
    return [values[0] for values in columns.values()]


@pytest.mark.parametrize(
    ("evidence", "is_empty", "expected"),
    [
        (one(25, 1, 8, 0.9), False, [True, True, True, "3", 3, 3, True, "cumul"]),
        (one(5, 1, 8, 0.9), False, [False, True, True, "1", 1, 1, False, "besoin_fibre_inachevee"]),
        (one(25, 1, NAN, 0.9), False, [True, None, True, "indetermine", 2, 3, True, None]),
        (one(25, 1, 8, 0.9), True, [True, True, True, "sans_objet", *[None] * 3, "sans_objet"]),
    ],
    ids=["prioritaire", "vigilance", "indeterminee", "sans habitant"],
)
def test_a_commune_is_decided(evidence: Evidence, is_empty: bool, expected: list[object]) -> None:
    *found, score = decided(evidence, is_empty=is_empty, parameters=Parameters())
    assert found == expected
    assert (score is None) == bool(np.isnan(evidence.need[0]))


def test_weights_change_the_score_and_nothing_else() -> None:
    composite = Composite(weights=(1.0, 0.0, 0.0))
    usual = decided(one(25, 1, 8, 0.9), parameters=Parameters())
    weighed = decided(one(25, 1, 8, 0.9), parameters=replace(Parameters(), composite=composite))
    assert usual[:-1] == weighed[:-1]
    assert usual[-1] != weighed[-1] == 40.0

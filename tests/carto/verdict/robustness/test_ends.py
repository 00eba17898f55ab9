"""One input at the end of its range: each flips the communes that rest on it alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.verdict.parameters import Parameters
from carto.verdict.robustness.ends import flipping
from carto.verdict.robustness.inputs import Case
from carto.vocabulary import FLIPPING_INPUT_WORDS
from tests.carto.verdict.robustness.cases import STILL, parameters, thrown
from tests.carto.verdict.states import catchments_of, reach_of


def alone(minutes: float, access: float, need: float, taux: float, spread: float = 0.0) -> Case:
    """One commune with a place of its own; its trips are measured, not estimated."""
    case = thrown(parameters(), communes=1)
    values = np.array([access])
    reach = reach_of([False])
    reach = replace(
        reach,
        nearest=replace(reach.nearest, minutes=np.array([minutes])),
        low=values,
        high=values,
        catchments=catchments_of(values, values),
    )
    rate = np.array([taux])
    evidence = replace(
        case.evidence,
        minutes=reach.nearest.minutes,
        lowest=values,
        highest=values,
        need=np.array([need]),
        taux=rate,
    )
    bracket = rate - spread, np.minimum(rate + spread, 1)
    return replace(case, reach=reach, evidence=evidence, taux_bracket=bracket)


def flipped_by(case: Case) -> set[str]:
    return {name for name, where in flipping(case).items() if where[0]}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (alone(18, 1, 9, 1), {"time"}),
        (alone(22, 1, 9, 1), {"time"}),
        (alone(60, 1, 9, 1), set()),
        (alone(5, 0.3, 9, 1), {"hours"}),
        (alone(5, 0.25, 9, 1), {"hours"}),
        (alone(5, 5, 9, 1), set()),
        (alone(60, 1, 6.5, 1), {"need"}),
        (alone(60, 1, 7.5, 1), {"need"}),
        (alone(60, 1, 3, 1), set()),
        (alone(60, 1, 3, 0.96, 0.02), {"fibre"}),
        (alone(60, 1, 3, 0.94, 0.02), {"fibre"}),
        (alone(60, 1, 3, 0.96), set()),
        (alone(60, 1, 6.5, 0.96, 0.02), {"need", "fibre"}),
    ],
)
def test_an_input_flips_the_communes_beside_a_threshold(case: Case, expected: set[str]) -> None:
    assert flipped_by(case) == expected


def test_an_undecided_commune_is_not_flipped() -> None:
    assert flipped_by(alone(60, 1, np.nan, 0.99, 0.001)) == set()


def test_without_ranges_nothing_flips() -> None:
    case = thrown(Parameters(robustness=STILL))
    assert not any(where.any() for where in flipping(case).values())


def test_every_input_has_its_words() -> None:
    assert tuple(flipping(thrown(parameters()))) == tuple(FLIPPING_INPUT_WORDS)

"""What questions share: a loss is that of the perimeter and that of around."""

from __future__ import annotations

from carto.planning.siting.problem import loss_of, nothing
from tests.carto.planning.siting.lines import shortfall_of


def test_a_loss_is_both_parts() -> None:
    problem = shortfall_of(1)
    inside, around = problem.parts(nothing(problem))
    assert loss_of(problem, nothing(problem)) == inside + around
    assert inside > 0
    assert around > 0


def test_nothing_opens_nothing() -> None:
    assert nothing(shortfall_of(1)).tolist() == [0, 0, 0, 0]

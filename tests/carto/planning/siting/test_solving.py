"""The best plan in time, or the better of two with a bound."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.siting.greedy import GreedyPath
from carto.planning.siting.problem import Answered, loss_of
from carto.planning.siting.solving import solve
from tests.carto.planning.siting.lines import least_loss, shortfall_of


def test_with_time_the_solver_has_the_last_word() -> None:
    problem = shortfall_of(8)
    found = solve(problem, problem.best, 3, 20)
    assert found.is_best
    assert loss_of(problem, found.counts) == pytest.approx(least_loss(problem, 3), rel=1e-5)


def test_without_time_places_open_one_after_the_other_under_a_bound() -> None:
    problem = shortfall_of(8)
    found = solve(problem, problem.best, 3, 0)
    assert not found.is_best
    assert found.counts.tolist() == GreedyPath(problem).steps(3)[-1].tolist()
    assert found.bound <= least_loss(problem, 3) <= loss_of(problem, found.counts)


def test_a_poor_answer_gives_way_to_the_greedy_one() -> None:
    problem = shortfall_of(8)

    def poor(count: int, limit_s: float) -> Answered:
        assert (count, limit_s) == (3, 5)
        return Answered(np.zeros(4, dtype=np.int64), -np.inf, is_best=False)

    found = solve(problem, poor, 3, 5)
    assert found.counts.sum() > 0
    assert 0 <= found.bound <= loss_of(problem, found.counts)

"""Half-days: every plan tried on small cases, alike communes, what is enough, time running out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.greedy import GreedyPath
from carto.planning.siting.problem import loss_of, nothing
from carto.planning.siting.shortfall import HALF_DAY_H, Shortfall
from tests.carto.planning.siting.lines import least_loss, ring, shortfall_of

LIMIT_S = 20.0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_no_other_plan_leaves_less_missing(seed: int, count: int) -> None:
    problem = shortfall_of(seed)
    found = problem.best(count, LIMIT_S)
    assert loss_of(problem, found.counts) == pytest.approx(least_loss(problem, count), rel=1e-5)
    assert found.counts.sum() <= count
    assert found.counts.max() <= problem.most_each
    assert found.is_best
    assert found.bound == loss_of(problem, found.counts)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_losses_with_one_more_are_those_of_the_plans(seed: int) -> None:
    problem = shortfall_of(seed)
    counts = np.array([1, 0, 0, 2])
    for more in (1, 2):
        expected = [
            loss_of(problem, counts + more * (np.arange(4) == candidate)) for candidate in range(4)
        ]
        assert problem.losses_with(counts, more) == pytest.approx(expected)


@pytest.mark.parametrize("people", [1.0, 4000.0])
def test_of_communes_all_alike_the_first_by_code_are_chosen(people: float) -> None:
    reach = ring(12).astype(float)
    problem = Shortfall(np.ones(12), np.full(12, people), reach, np.full(12, True))
    assert np.flatnonzero(problem.best(4, LIMIT_S).counts).tolist() == [0, 3, 6, 9]
    assert np.flatnonzero(problem.best(1, LIMIT_S).counts).tolist() == [0]
    assert np.flatnonzero(problem.best(2, LIMIT_S).counts).tolist() == [0, 3]


def test_ties_never_cost_more_than_they_may() -> None:
    # The last candidate brings a hundred-thousandth more than the first: it is better, and taken.
    gains = np.diag([1.0, 1.0, 1.00001])
    problem = Shortfall(np.full(3, 2.0), np.full(3, 1000.0), gains, np.full(3, True))
    assert problem.best(1, LIMIT_S).counts.tolist() == [0, 0, 1]


def test_half_days_that_would_bring_nothing_are_not_held() -> None:
    problem = Shortfall(np.array([1.0, 0]), np.full(2, 500.0), np.eye(2), np.full(2, True))
    assert problem.best(4, LIMIT_S).counts.tolist() == [1, 0]
    nowhere = Shortfall(np.zeros(2), np.full(2, 500.0), np.eye(2), np.full(2, True))
    assert nowhere.best(4, LIMIT_S).counts.tolist() == [0, 0]


def test_a_half_day_closes_at_most_its_hours() -> None:
    # 3.5 hours shared by 5,000 people who lack more than that: all of it is of use.
    gain = np.full((1, 1), 1000 * HALF_DAY_H / 5000)
    problem = Shortfall(np.array([2.0]), np.array([5000.0]), gain, np.array([True]))
    assert loss_of(problem, nothing(problem)) == pytest.approx(10)
    assert loss_of(problem, np.array([1])) == pytest.approx(10 - HALF_DAY_H)


def test_it_tells_whom_a_candidate_helps() -> None:
    problem = Shortfall(
        np.array([1.0, 0, 1]), np.full(3, 9.0), np.array([[1.0], [1], [0]]), np.full(3, True)
    )
    assert problem.helped(0).tolist() == [True, False, False]


def test_without_time_it_is_no_worse_than_one_after_the_other() -> None:
    problem = shortfall_of(3, 400, 200)
    found = problem.best(12, 0.01)
    assert not found.is_best
    one_by_one = GreedyPath(problem).steps(12)
    assert loss_of(problem, found.counts) <= loss_of(problem, one_by_one[-1])
    assert found.bound <= loss_of(problem, found.counts)

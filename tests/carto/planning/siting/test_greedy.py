"""One after the other: what each step brings, the first of equals, and a bound that holds."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.greedy import GreedyPath
from carto.planning.siting.problem import loss_of
from carto.planning.siting.shortfall import Shortfall
from tests.carto.planning.siting.lines import least_loss, ring, shortfall_of, trips_of


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.sampled_from([shortfall_of, trips_of]))
def test_no_plan_loses_less_than_the_bound(seed: int, count: int, draw: object) -> None:
    problem = draw(seed)  # type: ignore[operator]
    steps = GreedyPath(problem).steps(count)
    losses = [loss_of(problem, counts) for counts in steps]
    assert losses == sorted(losses, reverse=True)
    assert GreedyPath(problem).least_possible_loss(count) <= least_loss(problem, count) * (1 + 1e-9)


def test_of_equal_steps_the_first_by_code_is_taken() -> None:
    problem = Shortfall(np.ones(6), np.full(6, 100.0), ring(6).astype(float), np.full(6, True))
    assert [counts.tolist() for counts in GreedyPath(problem).steps(2)] == [
        [0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0],
        [1, 0, 0, 1, 0, 0],
    ]


def test_it_stops_when_nothing_more_is_gained() -> None:
    problem = Shortfall(np.ones(2), np.full(2, 100.0), np.full((2, 2), 5.0), np.full(2, True))
    steps = GreedyPath(problem).steps(4)
    assert [int(counts.sum()) for counts in steps] == [0, 1, 1, 1, 1]


def test_a_candidate_opens_twice_at_most() -> None:
    problem = Shortfall(np.ones(1), np.full(1, 100.0), np.full((1, 1), 0.1), np.full(1, True))
    assert GreedyPath(problem).steps(3)[-1].tolist() == [2]


def test_a_longer_path_goes_on_from_a_shorter_one() -> None:
    path = GreedyPath(shortfall_of(8))
    short, long = path.steps(2), path.steps(4)
    assert all(one is other for one, other in zip(short, long, strict=False))
    assert len(long) == 5

"""Trips to the nearest place: mean trip and people covered, every plan tried on small cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.problem import loss_of, nothing
from carto.planning.siting.trips import MeanTrip, MostCovered
from tests.carto.planning.siting.lines import least_loss, trips_of

LIMIT_S = 20.0


def covered_of(seed: int) -> MostCovered:
    trips = trips_of(seed)
    return MostCovered(trips.minutes, trips.today, trips.people, trips.is_inside, 15.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3), st.sampled_from([trips_of, covered_of]))
def test_no_other_plan_loses_less(seed: int, count: int, draw: object) -> None:
    problem = draw(seed)  # type: ignore[operator]
    found = problem.best(count, LIMIT_S)
    assert loss_of(problem, found.counts) == pytest.approx(least_loss(problem, count), rel=1e-5)
    assert problem.stage(count, LIMIT_S).counts.tolist() == found.counts.tolist()
    assert found.bound <= loss_of(problem, found.counts) * (1 + 1e-4) + 1e-3


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([trips_of, covered_of]))
def test_losses_with_one_more_are_those_of_the_plans(seed: int, draw: object) -> None:
    problem = draw(seed)  # type: ignore[operator]
    counts = np.array([1, 0, 0, 0])
    expected = [
        loss_of(problem, np.maximum(counts, np.arange(4) == candidate)) for candidate in range(4)
    ]
    assert problem.losses_with(counts) == pytest.approx(expected)


def test_a_commune_that_nothing_reaches_is_left_out() -> None:
    minutes = np.array([[5.0, 9.0], [np.inf, np.inf]])
    trips = MeanTrip(minutes, np.full(2, np.inf), np.array([10.0, 99]), np.full(2, True))
    assert trips.parts(nothing(trips)) == (90.0, 0.0)
    assert trips.parts(np.array([1, 0])) == (50.0, 0.0)


def test_it_tells_whom_a_candidate_helps() -> None:
    minutes, today = np.array([[5.0], [18], [30]]), np.array([25.0, 16, 31])
    people, inside = np.array([10.0, 10, 10]), np.full(3, True)
    assert MeanTrip(minutes, today, people, inside).helped(0).tolist() == [True, False, True]
    covered = MostCovered(minutes, today, people, inside, 20.0)
    assert covered.helped(0).tolist() == [True, False, False]


def test_without_time_places_open_one_after_the_other() -> None:
    for problem in (trips_of(1), covered_of(1)):
        found = problem.best(2, 0.0)
        assert not found.is_best
        assert loss_of(problem, found.counts) < loss_of(problem, nothing(problem))

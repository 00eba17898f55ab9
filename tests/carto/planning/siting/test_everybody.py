"""Everybody: all served by the fewest places, and the longest trip shortest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.covering import TooFewPlacesError
from carto.planning.siting.everybody import AllCovered, LongestTrip
from carto.planning.siting.problem import loss_of, nothing
from tests.carto.planning.siting.lines import every_plan, least_loss, trips_of

LIMIT_S = 20.0


def all_of(seed: int) -> AllCovered:
    trips = trips_of(seed)
    return AllCovered(trips.minutes, trips.today, np.ones(6), trips.is_inside, 20.0)


def longest_of(seed: int) -> LongestTrip:
    trips = trips_of(seed)
    return LongestTrip(trips.minutes, trips.today, np.ones(6), trips.is_inside)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_no_fewer_places_serve_as_many(seed: int) -> None:
    problem = all_of(seed)
    found = problem.best(problem.size, LIMIT_S)
    reached = least_loss(problem, problem.size)
    fewest = min(
        int(plan.sum())
        for plan in every_plan(problem, problem.size)
        if loss_of(problem, plan) == reached
    )
    assert loss_of(problem, found.counts) == reached
    assert found.counts.sum() == fewest == found.bound
    for count in range(1, fewest):
        stage = problem.stage(count, LIMIT_S)
        assert loss_of(problem, stage.counts) == least_loss(problem, count)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_no_other_plan_has_a_shorter_longest_trip(seed: int, count: int) -> None:
    problem = longest_of(seed)
    found = problem.best(count, LIMIT_S)
    assert loss_of(problem, found.counts) == least_loss(problem, count) == found.bound


def test_too_few_places_say_how_many_it_takes() -> None:
    # Three islands without a place, each of which only its own candidate reaches.
    minutes = np.where(np.eye(3) > 0, 4.0, np.inf)
    problem = LongestTrip(minutes, np.full(3, np.inf), np.ones(3), np.full(3, True))
    with pytest.raises(TooFewPlacesError) as error:
        problem.best(2, LIMIT_S)
    assert error.value.needed == 3


def test_losses_with_one_more_are_those_of_the_plans() -> None:
    for problem in (all_of(5), longest_of(5)):
        expected = [loss_of(problem, np.arange(4) == candidate) for candidate in range(4)]
        assert problem.losses_with(nothing(problem)).tolist() == expected


def test_communes_that_do_not_count_are_not_served() -> None:
    minutes, today = np.array([[5.0], [5]]), np.full(2, 40.0)
    problem = AllCovered(minutes, today, np.array([1.0, 0]), np.full(2, True), 20.0)
    assert problem.parts(nothing(problem)) == (1.0, 0.0)
    assert problem.helped(0).tolist() == [True, False]


def test_without_time_places_open_one_after_the_other() -> None:
    for problem in (all_of(1), longest_of(1)):
        found = problem.best(4, 0.0)
        assert not found.is_best
        assert loss_of(problem, found.counts) <= loss_of(problem, nothing(problem))

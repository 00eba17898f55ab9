"""Covering: published optima of San Francisco, every choice tried on small cases, bad cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.covering import fewest_places, p_center
from tests.carto.planning.siting.small_cases import (
    CASES,
    METRES,
    choices,
    nearest,
    small_case,
)


def test_fewest_places_within_five_kilometres() -> None:
    found = fewest_places(METRES, radius=5000)
    assert found.objective == len(found.chosen) == 8
    assert METRES[:, found.chosen].min(axis=1).max() <= 5000


def test_the_longest_trip_is_shortest() -> None:
    found = p_center(METRES, 4)
    assert found.objective == pytest.approx(7403.0638, abs=1e-4)
    assert METRES[:, found.chosen].min(axis=1).max() == found.objective


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(0, 20))
def test_no_fewer_places_cover_all(shape: tuple[int, int, int], radius: int) -> None:
    costs, _, today = small_case(shape)
    found = fewest_places(costs, radius, today)
    coverable = nearest(costs, today, list(range(shape[1]))) <= radius
    enough = [
        opened
        for opened in choices(shape[1], shape[1])
        if (nearest(costs, today, opened)[coverable] <= radius).all()
    ]
    assert found.objective == min(len(opened) for opened in enough)
    assert sum(found.chosen) == min(sum(o) for o in enough if len(o) == found.objective)
    assert found.out_of_reach.tolist() == np.flatnonzero(~coverable).tolist()


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(0, 3))
def test_no_other_places_shorten_the_longest_trip(shape: tuple[int, int, int], count: int) -> None:
    costs, _, today = small_case(shape)
    served = np.isfinite(nearest(costs, today, list(range(shape[1]))))
    tried = [
        nearest(costs, today, opened)[served].max(initial=0) for opened in choices(shape[1], count)
    ]
    if np.isinf(min(tried)):
        with pytest.raises(ValueError, match="may open"):
            p_center(costs, count, today)
        return
    found = p_center(costs, count, today)
    assert found.objective == min(tried)
    assert len(found.chosen) <= count


def test_nothing_in_reach_of_anything_opens_nothing() -> None:
    never = np.full((2, 3), np.inf)
    for found in (p_center(never, 1), fewest_places(never, 5)):
        assert (found.chosen.size, found.objective) == (0, 0)
        assert found.out_of_reach.tolist() == [0, 1]


def test_of_answers_as_short_the_first_by_code_is_given() -> None:
    ring = np.array([[0.0, 1, 2, 1], [1, 0, 1, 2], [2, 1, 0, 1], [1, 2, 1, 0]])
    assert p_center(ring, 2).chosen.tolist() == [0, 1]
    assert fewest_places(ring, 1).chosen.tolist() == [0, 1]


def test_time_that_runs_out_leaves_a_bound() -> None:
    with pytest.raises(RuntimeError, match="Time limit"):
        p_center(METRES, 4, limit_s=0)

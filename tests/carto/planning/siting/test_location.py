"""Location: published optima of San Francisco, every choice tried on small cases, bad cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.siting.location import max_cover, p_median
from tests.carto.planning.siting.small_cases import (
    CASES,
    METRES,
    PEOPLE,
    choices,
    nearest,
    small_case,
)


def test_p_median_of_san_francisco() -> None:
    found = p_median(METRES, PEOPLE, 4)
    assert found.objective / PEOPLE.sum() == pytest.approx(2982.1268579890657, rel=1e-12)
    assert found.objective == pytest.approx(2848268129.71, abs=0.01)
    assert found.chosen.tolist() == [1, 2, 5, 10]
    assert (found.gap, found.out_of_reach.size) == (0, 0)


def test_most_people_within_five_kilometres() -> None:
    found = max_cover(METRES, PEOPLE, 4, radius=5000)
    uncovered = (METRES[:, found.chosen].min(axis=1) > 5000).sum()
    assert found.objective == 875_247
    assert uncovered == 21
    assert 100 * (1 - uncovered / len(METRES)) == pytest.approx(89.75609756097561)


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(1, 3))
def test_no_other_places_make_trips_shorter(shape: tuple[int, int, int], count: int) -> None:
    costs, people, today = small_case(shape)
    found = p_median(costs, people, count, today)
    farthest = costs[np.isfinite(costs)].max(initial=0)
    served = np.isfinite(nearest(costs, today, list(range(shape[1]))))
    base = np.where(np.isfinite(today), today, farthest)
    tried = [
        people[served] @ nearest(costs, base, opened)[served] for opened in choices(shape[1], count)
    ]
    assert found.objective == pytest.approx(min(tried))
    assert len(found.chosen) <= count
    assert found.out_of_reach.tolist() == np.flatnonzero(~served).tolist()


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(1, 3), st.integers(0, 20))
def test_no_other_places_cover_more_people(
    shape: tuple[int, int, int], count: int, radius: int
) -> None:
    costs, people, today = small_case(shape)
    found = max_cover(costs, people, count, radius, today)
    tried = [
        people[nearest(costs, today, opened) <= radius].sum() for opened in choices(shape[1], count)
    ]
    assert found.objective == max(tried)
    assert len(found.chosen) <= count


def test_nothing_in_reach_of_anything_opens_nothing() -> None:
    found = p_median(np.full((2, 3), np.inf), [1, 1], 1)
    assert (found.chosen.size, found.objective) == (0, 0)
    assert found.out_of_reach.tolist() == [0, 1]


def test_of_candidates_that_do_as_well_the_first_are_opened() -> None:
    # A ring of twelve alike: opening every third one is best, whichever is the first.
    around = np.abs(np.arange(12)[:, None] - np.arange(12))
    ring = np.minimum(around, 12 - around).astype(float)
    for people in (1.0, 1e6):
        weights = np.full(12, people)
        assert p_median(ring, weights, 4).chosen.tolist() == [0, 3, 6, 9]
        assert max_cover(ring, weights, 4, 1).chosen.tolist() == [0, 3, 6, 9]
        assert max_cover(ring, weights, 1, 1).chosen.tolist() == [0]


def test_what_brings_nothing_is_not_opened() -> None:
    assert p_median([[5.0, 5.0]], [1], 2, today=[3.0]).chosen.size == 0
    assert max_cover([[5.0, 5.0]], [1], 2, radius=6, today=[3.0]).chosen.size == 0


def test_the_bound_is_the_objective_of_the_best() -> None:
    assert p_median(METRES, PEOPLE, 4).bound == pytest.approx(2848268129.71, abs=0.01)
    assert max_cover(METRES, PEOPLE, 4, 5000).bound == 875_247

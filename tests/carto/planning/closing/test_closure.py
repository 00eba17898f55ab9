"""What withdrawals cost: the least ones against every possible one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.closing.closure import OUT_OF_REACH_MIN, Stakes, least_lengthening, lengthening


def missing(stakes: Stakes, gone: Sequence[int]) -> float:
    """Hours that come to be missing without some places."""
    return float(np.maximum(stakes.brought[:, list(gone)].sum(axis=1) - stakes.spare, 0).sum())


def stakes_of(
    minutes: list[list[float]], people: list[float], hours: list[list[float]] | None = None
) -> Stakes:
    times = np.array(minutes)
    brought = np.zeros(times.shape) if hours is None else np.array(hours)
    may_close = np.full(times.shape[1], True)
    return Stakes(times, np.array(people), may_close, brought, np.zeros(len(times)))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 4))
def test_no_other_withdrawals_cost_less(seed: int, count: int) -> None:
    draw = np.random.default_rng(seed)
    minutes = draw.uniform(3, 40, (12, 7)).round()
    minutes[draw.random((12, 7)) < 0.2] = np.inf
    people = draw.integers(0, 900, 12).astype(float)
    may_close = draw.random(7) < 0.8
    may_close[:count] = True
    brought = draw.uniform(0, 9, (12, 7)) * (draw.random((12, 7)) < 0.5)
    stakes = Stakes(minutes, people, may_close, brought, draw.uniform(0, 9, 12))
    found = least_lengthening(stakes, count)
    every = combinations(np.flatnonzero(may_close).tolist(), count)
    least = min(lengthening(minutes, people, np.array(one)) + missing(stakes, one) for one in every)
    cost = found.person_minutes + missing(stakes, found.places.tolist())
    assert len(found.places) == count
    assert may_close[found.places].all()
    assert cost == pytest.approx(least, abs=0.011)
    assert found.gap == 0


def test_of_withdrawals_that_lengthen_nothing_the_least_missed_hours_go() -> None:
    stakes = stakes_of([[4.0, 4.0, 4.0]], [500.0], [[20.0, 3.0, 3.0]])
    assert least_lengthening(stakes, 1).places.tolist() == [1]


def test_hours_to_spare_are_not_missed() -> None:
    stakes = stakes_of([[4.0, 4.0], [4.0, 4.0]], [500.0, 500.0], [[20.0, 0.0], [0.0, 3.0]])
    stakes.spare[0] = 30.0
    assert least_lengthening(stakes, 1).places.tolist() == [0]


def test_people_who_lose_their_only_place_weigh_most() -> None:
    stakes = stakes_of([[5.0, np.inf], [np.inf, 5.0]], [10.0, 900.0])
    found = least_lengthening(stakes, 1)
    assert found.places.tolist() == [0]
    assert found.person_minutes == 10 * (OUT_OF_REACH_MIN - 5)
    assert least_lengthening(stakes, 2).places.tolist() == [0, 1]


def test_unknown_people_weigh_nothing() -> None:
    stakes = stakes_of([[5.0, 50.0], [50.0, 5.0]], [np.nan, 10.0])
    assert least_lengthening(stakes, 1).places.tolist() == [0]


def test_more_withdrawals_than_places_are_refused() -> None:
    stakes = stakes_of([[1.0, 1.0]], [1.0])
    with pytest.raises(ValueError, match="cannot be withdrawn"):
        least_lengthening(stakes, 3)


def test_without_time_some_withdrawals_are_still_found() -> None:
    draw = np.random.default_rng(7)
    minutes = draw.uniform(3, 40, (300, 60))
    hours = draw.uniform(0, 9, (300, 60))
    stakes = Stakes(minutes, np.full(300, 50.0), np.full(60, True), hours, np.full(300, 40.0))
    found = least_lengthening(stakes, 5, 0.0)
    assert len(found.places) == 5
    assert found.gap > 0

"""What withdrawals cost: the least ones against every possible one."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.planning.closure import OUT_OF_REACH_MIN, least_lengthening, lengthening


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 4))
def test_no_other_withdrawals_lengthen_less(seed: int, count: int) -> None:
    draw = np.random.default_rng(seed)
    minutes = draw.uniform(3, 40, (12, 7))
    minutes[draw.random((12, 7)) < 0.2] = np.inf
    people = draw.integers(0, 900, 12).astype(float)
    may_close = draw.random(7) < 0.8
    may_close[:count] = True
    hours = draw.uniform(1, 30, 7)
    found = least_lengthening(minutes, people, may_close, hours, count)
    every = combinations(np.flatnonzero(may_close), count)
    least = min(lengthening(minutes, people, np.array(one)) for one in every)
    assert len(found.places) == count
    assert may_close[found.places].all()
    assert found.person_minutes == pytest.approx(least, abs=1.0)
    assert found.gap == 0


def test_of_equal_withdrawals_the_fewest_hours_go() -> None:
    minutes = np.array([[4.0, 4.0, 4.0]])
    found = least_lengthening(
        minutes, np.array([500.0]), np.full(3, True), np.array([20.0, 3.0, 3.0]), 1
    )
    assert found.places.tolist() == [1]


def test_people_who_lose_their_only_place_weigh_most() -> None:
    minutes = np.array([[5.0, np.inf], [np.inf, 5.0]])
    people, both = np.array([10.0, 900.0]), np.full(2, True)
    found = least_lengthening(minutes, people, both, np.ones(2), 1)
    assert found.places.tolist() == [0]
    assert found.person_minutes == 10 * (OUT_OF_REACH_MIN - 5)
    assert least_lengthening(minutes, people, both, np.ones(2), 2).places.tolist() == [0, 1]


def test_unknown_people_weigh_nothing() -> None:
    minutes = np.array([[5.0, 50.0], [50.0, 5.0]])
    found = least_lengthening(
        minutes, np.array([np.nan, 10.0]), np.full(2, True), np.array([9.0, 1.0]), 1
    )
    assert found.places.tolist() == [0]


def test_more_withdrawals_than_places_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be withdrawn"):
        least_lengthening(
            np.ones((2, 3)), np.ones(2), np.array([True, False, False]), np.ones(3), 2
        )

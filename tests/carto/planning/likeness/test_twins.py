"""Tests of `carto.planning.likeness.twins`."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.planning.likeness.traits import Traits
from carto.planning.likeness.twins import Twins, find_twins, twins_median

POINTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=9)


def traits(points: list[tuple[float, ...]]) -> Traits:
    """Place territories by two traits."""
    values = np.array(points, dtype=float).reshape(len(points), -1)
    return Traits(("population", "densite")[: values.shape[1]], values)


def test_a_territory_with_an_unknown_trait_has_no_twin_and_is_none() -> None:
    found = find_twins(traits([(0, 0), (np.nan, 0), (1, 0), (9, 0)]), 2)
    assert found.positions.tolist() == [[2, 3], [-1, -1], [0, 3], [2, 0]]
    assert found.compared == 3


def test_fewer_territories_than_twins_wanted() -> None:
    found = find_twins(traits([(0,), (1,)]), 5)
    assert found.positions.tolist() == [[1, -1, -1, -1, -1], [0, -1, -1, -1, -1]]
    assert find_twins(traits([(0,)]), 5).positions.tolist() == [[-1] * 5]
    assert find_twins(Traits((), np.empty((3, 0))), 1).compared == 0


@given(POINTS, st.integers(1, 4))
def test_twins_are_those_of_a_plain_search_ties_settled_by_code(
    points: list[tuple[int, int]], count: int
) -> None:
    found = find_twins(traits(points), count)
    for me, here in enumerate(points):
        apart = [
            (round(float(np.hypot(here[0] - x, here[1] - y)), 6), other)
            for other, (x, y) in enumerate(points)
            if other != me
        ]
        expected = [other for _, other in sorted(apart)[:count]]
        assert [one for one in found.positions[me] if one >= 0] == expected


def test_the_median_leaves_out_unknown_twins() -> None:
    twins = Twins(np.array([[1, 2, 3], [0, -1, -1], [3, -1, -1], [-1, -1, -1]]), np.empty(0), 4)
    medians, known = twins_median(np.array([5.0, 1.0, 3.0, np.nan]), twins)
    assert medians == pytest.approx([2.0, 5.0, np.nan, np.nan], nan_ok=True)
    assert known.tolist() == [2, 1, 0, 0]

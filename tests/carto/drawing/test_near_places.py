"""Every place is in one group, and no two groups start close to one another."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.near_places import near_groups

COORDINATES = st.integers(0, 60)


@given(st.lists(st.tuples(COORDINATES, COORDINATES), max_size=25))
def test_every_place_is_in_one_group_of_its_own(points) -> None:
    groups = near_groups(points, 15)
    assert sorted(index for group in groups for index in group) == list(range(len(points)))
    firsts = [points[group[0]] for group in groups]
    assert all(math.dist(one, other) >= 15 for one, other in combinations(firsts, 2))
    for group in groups:
        assert all(math.dist(points[group[0]], points[index]) < 15 for index in group)

"""Places are the same by any of their ids, and are found by where they are."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from carto.changes.nearby_places import Grid, compare_places
from tests.carto.changes.releases import place, release

HERE = (-4.3, 48.2, 20.0)


def ids(grid: Grid) -> list[str]:
    return [row["id"] for row in grid.near(*HERE)]


def test_opened_closed_and_rescheduled() -> None:
    before = release([], [place("kept"), place("gone"), place("later")])
    after = release([], [place("kept"), place("new"), place("later", hours_per_year=10.0)])
    changes = compare_places(before, after)
    assert ids(changes.opened) == ["new"]
    assert ids(changes.closed) == ["gone"]
    assert ids(changes.rescheduled) == ["later"]


def test_a_place_merged_into_another_did_not_close() -> None:
    before = release([], [place("one"), place("two")])
    after = release([], [place("one", merged_ids="two")])
    changes = compare_places(before, after)
    assert ids(changes.opened) == ids(changes.closed) == ids(changes.rescheduled) == []


def test_the_nearest_comes_first_and_the_far_not_at_all() -> None:
    rows = [place("b", longitude=-4.35), place("a"), place("far", longitude=-3.0)]
    assert [row["id"] for row in Grid(rows).near(*HERE)] == ["a", "b"]


@given(st.floats(-60, 60), st.floats(-50, 70), st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_no_place_within_reach_is_missed(
    longitude: float, latitude: float, east: float, north: float
) -> None:
    row = place("a", longitude=longitude + east, latitude=latitude + north)
    wide = east * math.cos(math.radians(latitude + north / 2))
    km = math.radians(math.hypot(wide, north)) * 6371.0088
    found = Grid([row]).near(longitude, latitude, km * 1.01 + 0.01)
    assert found == [row]

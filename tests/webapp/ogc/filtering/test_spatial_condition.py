"""Spatial conditions against each shape compared on its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.webapp.ogc.filtering.small_table import SHAPES, small_table
from webapp.ogc.filtering.asked_rows import AskedRows
from webapp.ogc.filtering.filter import read_filter
from webapp.ogc.filtering.spatial_condition import PREDICATES, Placed

TABLE = small_table()
# Of a feature, then the shape of the filter.
ONE_BY_ONE: Mapping[str, Callable[[Any, Any], Any]] = {
    "s_intersects": shapely.intersects,
    "s_disjoint": shapely.disjoint,
    "s_within": shapely.within,
    "s_contains": shapely.contains,
    "s_equals": shapely.equals,
    "s_touches": shapely.touches,
    "s_overlaps": shapely.overlaps,
    "s_crosses": shapely.crosses,
}

DEGREES = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 2.5, 3.0, 5.5, 7.0])
LATITUDES = st.sampled_from([44.0, 45.0, 45.5, 46.0, 48.0, 49.0, 51.0])
POINTS = st.builds(shapely.Point, DEGREES, LATITUDES)
BOXES = st.tuples(DEGREES, LATITUDES, DEGREES, LATITUDES).map(
    lambda sides: shapely.box(
        min(sides[0], sides[2]),
        min(sides[1], sides[3]),
        max(sides[0], sides[2]) + 0.5,
        max(sides[1], sides[3]) + 0.5,
    )
)
LINES = st.tuples(POINTS, POINTS).filter(lambda ends: ends[0] != ends[1]).map(shapely.LineString)
DRAWN = st.one_of(POINTS, BOXES, LINES, st.sampled_from([drawn for drawn in SHAPES if drawn]))


def chosen(text: str) -> list[int]:
    return np.flatnonzero(read_filter(text, TABLE).mask(TABLE)).tolist()


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([*PREDICATES]), DRAWN)
def test_agree_with_shapes_compared_one_by_one(operation: str, drawn: Any) -> None:
    truth = Placed(operation, drawn).truth(AskedRows(TABLE))
    for place, shape in enumerate(SHAPES):
        expected = None if shape is None else bool(ONE_BY_ONE[operation](shape, drawn))
        assert truth.true[place] == (expected is True)
        assert truth.false[place] == (expected is False)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("S_INTERSECTS(geometry, POINT(2.5 45.5))", [2, 7, 8]),
        ("S_INTERSECTS(geometry, BBOX(1.5, 45.2, 1.7, 45.3))", [1]),
        ("S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))", [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("S_WITHIN(geometry, BBOX(0, 45, 2, 46))", [0, 1]),
        ("S_DISJOINT(geometry, BBOX(-2, 44, 8, 47))", [6]),
        ("NOT S_INTERSECTS(geometry, BBOX(-2, 44, 8, 47))", [6]),
        ("S_WITHIN(geometry, POLYGON((0 47, 2 47, 2 51, 0 51, 0 47)))", [6]),
        ("S_EQUALS(geometry, POINT(2.5 45.5))", [7]),
        ("S_INTERSECTS(geometry, MULTIPOINT((0.5 45.1), (5.5 45.1)))", [0, 5]),
        ("S_INTERSECTS(geometry, POINT(2.5 45.5)) AND nom LIKE 'L%'", [2]),
    ],
)
def test_choose_by_hand(text: str, places: list[int]) -> None:
    assert chosen(text) == places

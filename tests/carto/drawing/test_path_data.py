"""Path data: half pixels, relative steps, nothing that vanishes."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Polygon, box

from carto.drawing.path_data import path_data


def written(*shapes: shapely.Geometry) -> list[str]:
    return path_data(np.array(shapes, dtype=object))


def test_rings_close_and_lines_do_not() -> None:
    square = Polygon([(0, 0), (10, 0), (10, 2.5), (0, 2.5)])
    line = LineString([(0, 0), (-1.5, 0.5), (0, 0)])
    assert written(square, line) == [
        "M0 0l10 0 0 2.5-10 0z",
        "M0 0l-1.5 .5 1.5-.5",
    ]


def test_parts_and_holes_follow_each_other() -> None:
    holed = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(2, 2), (2, 4), (4, 4), (4, 2)]])
    ((text),) = written(MultiPolygon([holed, box(20, 20, 21, 21)]))
    assert text.count("M") == text.count("z") == 3


def test_a_repeated_point_is_written_once_and_a_speck_is_a_triangle() -> None:
    speck = box(5, 5, 5.1, 5.1)
    nearly = Polygon([(0, 0), (0.1, 0.1), (4, 0), (4, 4), (0, 4)])
    assert written(speck, nearly) == ["M5 5l.5 0-.5 .5z", "M0 0l4 0 0 4-4 0z"]


def test_an_empty_shape_has_no_path() -> None:
    assert written(LineString(), box(0, 0, 1, 1))[0] == ""


def test_a_line_that_rounds_to_a_point_is_left_out() -> None:
    dot = shapely.LineString([(649.5, 132.5), (649.6, 132.6)])
    line = shapely.LineString([(660.5, 370.5), (667.5, 368.5)])
    both = shapely.MultiLineString([dot, line])
    assert path_data(np.array([dot, both])) == ["", "M660.5 370.5l7-2"]

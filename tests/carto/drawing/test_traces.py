"""Traces are written in half pixels, each line in its own text."""

from __future__ import annotations

import numpy as np

from carto.drawing.traces import traces


def test_rings_close_lines_do_not_and_a_dot_is_left_out() -> None:
    points = np.array([[0, 0], [4, 0], [4, 4], [0, 0], [1, 1], [3, 1], [9, 9], [9.1, 9.1]])
    line = np.array([0, 0, 0, 0, 1, 1, 2, 2])
    written = traces(points, line, np.array([True, False, False]))
    assert written == ["M0 0l4 0 0 4z", "M1 1l2 0", ""]


def test_a_ring_that_vanishes_is_a_speck() -> None:
    points = np.array([[5, 5], [5.1, 5], [5.1, 5.1], [5, 5]])
    assert traces(points, np.zeros(4, dtype=np.int64), np.array([True])) == ["M5 5l.5 0-.5 .5z"]

"""Anchors lie inside what they stand for."""

from __future__ import annotations

import numpy as np
from shapely.geometry import MultiPolygon, box

from carto.drawing.projecting.anchors import anchors


def test_an_anchor_is_in_the_largest_part() -> None:
    islands = MultiPolygon([box(0, 0, 1, 1), box(10, 10, 20, 20)])
    ((x, y),) = anchors(np.array([islands], dtype=object))
    assert 10 < x < 20
    assert 10 < y < 20

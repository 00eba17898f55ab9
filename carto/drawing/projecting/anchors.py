"""A point inside each shape, for what is drawn on it (build time only)."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from carto.drawing.shapes import Point


def anchors(shapes: NDArray[np.object_]) -> list[Point]:
    """Return a point inside the largest part of each shape."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    largest_first = np.lexsort((-shapely.area(parts), owner))
    _, first = np.unique(owner[largest_first], return_index=True)
    points = shapely.point_on_surface(parts[largest_first[first]])
    return [
        (round(x), round(y))
        for x, y in zip(shapely.get_x(points), shapely.get_y(points), strict=True)
    ]

"""SVG path data of shapes already placed in a view box, for all shapes of a map at once."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from carto.drawing.traces import traces


def path_data(shapes: NDArray[np.object_]) -> list[str]:
    """Write polygons or lines as SVG path data: absolute starts, relative steps, half pixels.

    Parameters
    ----------
    shapes
        Polygons, lines or collections of either, in units of the view box, shape (n,).

    Returns
    -------
    list of str
        One text per shape; empty for an empty shape.

    Examples
    --------
    >>> path_data(np.array([shapely.box(0, 0, 10, 2.5)]))
    ['M10 0l0 2.5-10 0 0-2.5z']
    """
    parts, shape_of_part = shapely.get_parts(shapes, return_index=True)
    is_line = (shapely.get_dimensions(parts) == 1) & ~shapely.is_empty(parts)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    lines = np.concatenate([rings, parts[is_line]])
    shape_of = np.concatenate([shape_of_part[part_of_ring], shape_of_part[is_line]])
    texts = [""] * len(shapes)
    is_ring = shapely.get_type_id(lines) == shapely.GeometryType.LINEARRING
    points, line = shapely.get_coordinates(lines, return_index=True)
    for shape, text in zip(shape_of, traces(points, line, is_ring), strict=True):
        texts[shape] += text
    return texts

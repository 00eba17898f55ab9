"""Communes as a coverage: polygons that share their borders exactly, without overlap.

Simplifying or dissolving a coverage keeps neighbours together; published contours sometimes
break it by slivers of a few metres, which are mended here for drawing. The published geometries
stay as they are.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

# Vertices closer than this are the same one.
SNAPPING_M = 1.0


def as_coverage(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return polygons that form a coverage.

    Parameters
    ----------
    polygons
        Polygons or multipolygons in a metric projection, shape (n,).

    Returns
    -------
    numpy.ndarray of shapely geometries, shape (n,)
        The same polygons when they form a coverage already; else with overlaps given to one
        side and slivers closed. A polygon that this would erase is kept as it was.

    Notes
    -----
    Only the polygons at fault and those that touch them are mended: faults are few, and mending
    all of France takes two hundred times as long.
    """
    whole = polygons
    crossed = ~shapely.is_valid(polygons)
    if crossed.any():
        whole = polygons.copy()
        whole[crossed] = [_polygonal(polygon) for polygon in polygons[crossed]]
    faulty = ~shapely.is_empty(shapely.coverage_invalid_edges(whole))
    if not faulty.any():
        return whole
    tree = shapely.STRtree(whole)
    around = _touching(tree, whole[faulty])
    mended = whole.copy()
    mended[around] = _clean(whole[around])
    judged = _touching(tree, whole[around])
    return mended if shapely.coverage_is_valid(mended[judged]) else _clean(whole)


def dissolve(coverage: NDArray[np.object_]) -> shapely.Geometry:
    """Dissolve the polygons of a coverage into one.

    Parameters
    ----------
    coverage
        Polygons that form a coverage, as `as_coverage` or simplifying one gives them, shape (n,).
    """
    try:
        return shapely.coverage_union_all(coverage)
    except shapely.errors.GEOSException:  # a sliver that could not be mended
        return union(coverage)


def union(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Dissolve any polygons into one, fast where they form a coverage.

    Parameters
    ----------
    polygons
        Polygons or multipolygons, shape (n,).
    """
    if shapely.coverage_is_valid(polygons):
        return shapely.coverage_union_all(polygons)
    return shapely.union_all(shapely.make_valid(polygons))


def _touching(tree: shapely.STRtree, polygons: NDArray[np.object_]) -> NDArray[np.int64]:
    """Positions in the tree of these polygons and of those that meet them."""
    return np.unique(tree.query(polygons, predicate="intersects")[1])


def _clean(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Mend polygons together, keeping as it was one that this would erase."""
    mended = shapely.coverage_clean(polygons, snapping_distance=SNAPPING_M)  # type: ignore[attr-defined]
    return np.where(shapely.is_empty(mended), polygons, mended)


def _polygonal(shape: shapely.Geometry) -> shapely.Geometry:
    """Make a shape valid and keep its polygons only."""
    parts = shapely.get_parts(shapely.make_valid(shape))
    parts = shapely.get_parts(parts)
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])

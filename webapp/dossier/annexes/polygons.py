"""Polygons of the communes of a territory, from the TopoJSON that maps move."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ring = list[list[float]]
_DECIMALS = 5
_POLYGON = "Polygon"


def polygons(topology: bytes) -> dict[str, dict[str, Any]]:
    """Write the outline of each unit as a GeoJSON geometry (RFC 7946).

    Parameters
    ----------
    topology
        TopoJSON whose object `units` has Polygons and MultiPolygons with a `code`.

    Returns
    -------
    dict
        Code → geometry, in degrees; outer rings counterclockwise, holes clockwise.
    """
    document = json.loads(topology)
    scale, origin = (np.array(document["transform"][name]) for name in ("scale", "translate"))
    arcs = [
        np.round(np.cumsum(np.array(arc), axis=0) * scale + origin, _DECIMALS)
        for arc in document["arcs"]
    ]
    return {
        unit["properties"]["code"]: _geometry(unit, arcs)
        for unit in document["objects"]["units"]["geometries"]
    }


def _geometry(unit: dict[str, Any], arcs: list[NDArray[np.float64]]) -> dict[str, Any]:
    """Put the arcs of a unit end to end."""
    if unit["type"] == _POLYGON:
        return {"type": _POLYGON, "coordinates": _rings(unit["arcs"], arcs)}
    parts = [_rings(rings, arcs) for rings in unit["arcs"]]
    return {"type": unit["type"], "coordinates": parts}


def _rings(rings: list[list[int]], arcs: list[NDArray[np.float64]]) -> list[Ring]:
    """Write the rings of one polygon, the outer one first."""
    return [_ring(uses, arcs, is_outer=not position) for position, uses in enumerate(rings)]


def _ring(uses: list[int], arcs: list[NDArray[np.float64]], *, is_outer: bool) -> Ring:
    """Write one ring, its end joined to its start, in the direction that GeoJSON wants."""
    walked = [arcs[use] if use >= 0 else arcs[~use][::-1] for use in uses]
    points = np.concatenate([walked[0], *(arc[1:] for arc in walked[1:])])
    x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
    is_counterclockwise = float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) > 0
    turned = points if is_counterclockwise == is_outer else points[::-1]
    ring: Ring = turned.tolist()
    return ring

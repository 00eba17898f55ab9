"""Conditions about the place of features: boxes are compared first, then the shapes left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from webapp.ogc.filtering.asked_rows import AskedRows
from webapp.ogc.filtering.truth import Flags, Truth

INTERSECTS, DISJOINT, WITHIN = "s_intersects", "s_disjoint", "s_within"
# Operation → name of the function of shapely whose first argument is the shape of the filter: it
# is prepared once, for all the features.
PREDICATES: Mapping[str, str] = {
    INTERSECTS: "intersects",
    DISJOINT: "intersects",  # and its contrary
    WITHIN: "contains",
    "s_contains": "within",
    "s_equals": "equals",
    "s_touches": "touches",
    "s_overlaps": "overlaps",
    "s_crosses": "crosses",
}


@dataclass(frozen=True, eq=False)
class Placed:
    """A place of features relative to a shape.

    Attributes
    ----------
    operation
        A key of `PREDICATES`: `s_within` holds for a feature that lies in the shape.
    shape
        A valid shapely geometry, in longitude and latitude.
    """

    operation: str
    shape: Any

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        boxes = rows.table.boxes()
        known: Flags = np.logical_not(np.isnan(boxes).any(axis=1))
        holds = self._holds(rows, boxes)
        return Truth.of(~holds if self.operation == DISJOINT else holds, known)

    def _holds(self, rows: AskedRows, boxes: NDArray[np.float64]) -> Flags:
        # Lazily: only the interfaces of GIS clients need a geometry library.
        import shapely  # noqa: PLC0415

        shapely.prepare(self.shape)
        west, south, east, north = shapely.bounds(self.shape)
        near = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
        near &= (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        holds: Flags = np.zeros(len(rows), dtype=np.bool_)
        if self.operation in (INTERSECTS, DISJOINT, WITHIN):
            inside = self._surely_inside(boxes, near)
            holds |= inside
            near &= ~inside
        compare: Callable[[Any, Any], Flags] = getattr(shapely, PREDICATES[self.operation])
        for some, shapes in rows.table.shapes_in_parts(np.flatnonzero(near)):
            holds[some] = compare(self.shape, shapes)
        return holds

    def _surely_inside(self, boxes: NDArray[np.float64], near: Flags) -> Flags:
        """Rows whose whole box lies in the shape: theirs need not be decoded."""
        import shapely  # noqa: PLC0415

        wide = near & (boxes[:, 0] < boxes[:, 2]) & (boxes[:, 1] < boxes[:, 3])
        drawn = shapely.box(*boxes[wide].T)
        inside: Flags = np.zeros(len(boxes), dtype=np.bool_)
        inside[wide] = shapely.contains(self.shape, drawn)
        return inside

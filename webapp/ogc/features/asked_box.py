"""`bbox`: the box that features must touch, in any of the systems that are served."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import ReferenceSystem, project, read_system
from webapp.parameters import Query

_NUMBER = re.compile(r"[-+]?[0-9]{1,20}(\.[0-9]{0,20})?([eE][-+]?[0-9]{1,3})?")
_BEND = 0.05
_FORM = (
    "quatre nombres, ou six avec les altitudes, qui sont ignorées : ouest,sud,est,nord en degrés, "
    "comme -5.2,47.7,-3.3,48.8"
)

Sides = tuple[float, float, float, float]


@dataclass(frozen=True)
class AskedBox:
    """Rectangles of a system; two of them when the box crosses the antimeridian.

    Attributes
    ----------
    system
        In which they are drawn.
    parts
        West, south, east and north of each.
    """

    system: ReferenceSystem
    parts: tuple[Sides, ...]

    def mask(self, table: FeatureTable) -> NDArray[np.bool_]:
        """Choose the features that touch the box."""
        boxes = table.boxes()
        drawn = boxes if self.system.is_in_degrees else _drawn_in(self.system, boxes)
        touched = np.zeros(len(table), dtype=np.bool_)
        for part in self.parts:
            touched |= self._touched(table, drawn, part)
        return touched

    def _touched(
        self, table: FeatureTable, boxes: NDArray[np.float64], part: Sides
    ) -> NDArray[np.bool_]:
        """Choose the features that touch a rectangle: only those across its sides are decoded."""
        west, south, east, north = part
        touched = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
        touched &= (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        inside = (boxes[:, 0] >= west) & (boxes[:, 2] <= east)
        inside &= (boxes[:, 1] >= south) & (boxes[:, 3] <= north)
        across = np.flatnonzero(touched & ~inside)
        for some, shapes in table.shapes_in_parts(across):
            touched[some] = self._compared(shapes, part)
        return np.asarray(touched)

    def _compared(self, shapes: Any, part: Sides) -> Any:
        """Compare shapes with a rectangle, in its system."""
        # Lazily: only the interfaces of GIS clients need a geometry library.
        import shapely  # noqa: PLC0415

        if not self.system.is_in_degrees:
            shapes = project(shapes, self.system.of_longitudes)
        return shapely.intersects(shapely.box(*part), shapes)


def _drawn_in(system: ReferenceSystem, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Box the features in a system of metres, a little too wide: straight sides may bend."""
    west, south, east, north = boxes.T
    middle, half = (west + east) / 2, (south + north) / 2
    places = [(x, y) for x in (west, middle, east) for y in (south, half, north)]
    drawn = [system.of_longitudes(np.column_stack(place)) for place in places]
    lows, highs = np.min(drawn, axis=0), np.max(drawn, axis=0)
    margin = _BEND * (highs - lows) + _BEND
    return np.column_stack((lows - margin, highs + margin))


def read_box(query: Query) -> AskedBox | None:
    """Read `bbox` and `bbox-crs`; None when no box is asked for.

    Raises
    ------
    ParameterError
        When one cannot be used: a number that is not one, a corner outside the Earth, a system
        that is not served.

    Examples
    --------
    >>> from werkzeug.datastructures import MultiDict
    >>> read_box(MultiDict({"bbox": "-5.2,47.7,-3.3,48.8"})).parts
    ((-5.2, 47.7, -3.3, 48.8),)
    >>> read_box(MultiDict({"bbox": "170,-20,-170,-10"})).parts
    ((170.0, -20.0, 180.0, -10.0), (-180.0, -20.0, -170.0, -10.0))
    """
    system = read_system("bbox-crs", query.get("bbox-crs"))
    text = query.get("bbox")
    if text is None:
        return None
    sides = _sides(text, system)
    if sides is None:
        raise ParameterError(
            "bbox", f"« bbox={said_back(text)} » n'est pas compris : attendu {_FORM}."
        )
    west, south, east, north = sides
    if west <= east:
        return AskedBox(system, (sides,))
    return AskedBox(system, ((west, south, 180.0, north), (-180.0, south, east, north)))


def _sides(text: str, system: ReferenceSystem) -> Sides | None:
    """Read two corners of the Earth as west, south, east and north; None when they are not."""
    written = text.split(",", 6)
    if len(written) not in (4, 6) or not all(map(_NUMBER.fullmatch, written)):
        return None
    numbers = [float(number) for number in written]
    first, second, third, fourth = (*numbers[:2], *numbers[len(numbers) // 2 :][:2])
    are_held = system.may_hold(first, second) and system.may_hold(third, fourth)
    if not are_held or not all(map(math.isfinite, numbers)):
        return None
    if system.is_latitude_first:
        first, second, third, fourth = second, first, fourth, third
    is_ordered = second <= fourth and (system.is_in_degrees or first <= third)
    return (first, second, third, fourth) if is_ordered else None

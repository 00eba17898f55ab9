"""`bbox`: the box that features must touch, in any of the systems that are served."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import ReferenceSystem, project, read_system
from webapp.ogc.filtering.asked_rows import AskedRows
from webapp.ogc.filtering.spatial_condition import INTERSECTS, Placed
from webapp.parameters import Query, shown

_NUMBER = re.compile(r"[-+]?[0-9]{1,20}(\.[0-9]{0,20})?([eE][-+]?[0-9]{1,3})?")
_STEPS = 32
_FORM = (
    "quatre nombres, ou six avec les altitudes, qui sont ignorées : ouest,sud,est,nord en degrés, "
    "comme -5.2,47.7,-3.3,48.8"
)

Corners = tuple[float, float, float, float]


@dataclass(frozen=True)
class AskedBox:
    """Rectangles of a system; two of them when the box crosses the antimeridian.

    Attributes
    ----------
    system
        In which their corners are written.
    parts
        First corner and last corner of each, in the order of its axes.
    """

    system: ReferenceSystem
    parts: tuple[Corners, ...]

    def mask(self, table: FeatureTable) -> NDArray[np.bool_]:
        """Choose the features that touch the box; all of them where none has a place."""
        boxes = table.boxes()
        if boxes is None:
            return np.ones(len(table), dtype=np.bool_)
        touched = np.zeros(len(table), dtype=np.bool_)
        for part in self.parts:
            area = self._area(part)
            if self.system.is_in_degrees:
                touched |= _touched(table, boxes, area)
            else:
                touched |= Placed(INTERSECTS, area).truth(AskedRows(table)).true
        return touched

    def _area(self, part: Corners) -> Any:
        """Draw a rectangle in longitude and latitude; straight sides of a map may bend there."""
        # Lazily: only the interfaces of GIS clients need a geometry library.
        import shapely  # noqa: PLC0415

        drawn = shapely.box(*part)
        if not self.system.is_in_degrees:
            longest = max(part[2] - part[0], part[3] - part[1])
            drawn = shapely.segmentize(drawn, longest / _STEPS) if longest else drawn
        area = project(np.array([drawn]), self.system.to_longitudes)[0]
        return area if np.isfinite(shapely.bounds(area)).all() else shapely.box(-180, -90, 180, 90)


def _touched(table: FeatureTable, boxes: NDArray[np.float64], area: Any) -> NDArray[np.bool_]:
    """Choose the features that touch a rectangle: only those across its sides are decoded."""
    # Lazily: only the interfaces of GIS clients need a geometry library.
    import shapely  # noqa: PLC0415

    west, south, east, north = area.bounds
    touched = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
    touched &= (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
    inside = (boxes[:, 0] >= west) & (boxes[:, 2] <= east)
    inside &= (boxes[:, 1] >= south) & (boxes[:, 3] <= north)
    across = np.flatnonzero(touched & ~inside)
    if len(across):
        touched[across] = shapely.intersects(area, table.shapes(across))
    return np.asarray(touched)


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
    corners = _corners(text, system)
    if corners is None:
        raise ParameterError("bbox", f"« bbox={shown(text)} » n'est pas compris : attendu {_FORM}.")
    return AskedBox(system, _parts(corners, system))


def _corners(text: str, system: ReferenceSystem) -> Corners | None:
    """Read two corners of the Earth; None when they are not."""
    written = text.split(",", 6)
    if len(written) not in (4, 6) or not all(map(_NUMBER.fullmatch, written)):
        return None
    numbers = [float(number) for number in written]
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    first, second, third, fourth = numbers
    are_held = system.may_hold(first, second) and system.may_hold(third, fourth)
    if not are_held or not all(map(math.isfinite, numbers)):
        return None
    if system.is_latitude_first:
        return (first, second, third, fourth) if first <= third else None
    is_ordered = second <= fourth and (system.is_in_degrees or first <= third)
    return (first, second, third, fourth) if is_ordered else None


def _parts(corners: Corners, system: ReferenceSystem) -> tuple[Corners, ...]:
    """Cut a box that crosses the antimeridian in two."""
    first, second, third, fourth = corners
    if system.is_latitude_first and second > fourth:
        return (first, second, third, 180.0), (first, -180.0, third, fourth)
    if not system.is_latitude_first and first > third:
        return (first, second, 180.0, fourth), (-180.0, second, third, fourth)
    return (corners,)

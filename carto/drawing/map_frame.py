"""The frame of a drawn map: from metres to its view box, and from a point of it to the ground.

A published map says how long a kilometre is, not where its corner lies: the frame is set by points
that are known both on the ground and on the drawing, places of help first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.drawing.shapes import Point
from carto.legal_projection import to_metres

Floats = NDArray[np.float64]

_STEPS = 6
# Half-width of the differences that the slope of the projection is measured on, degrees.
_NUDGE = 1e-4
DECIMALS = 4


@dataclass(frozen=True)
class KnownPoint:
    """A point on the ground, in degrees, and where a map has it."""

    longitude: float
    latitude: float
    drawn: Point


@dataclass(frozen=True)
class MapFrame:
    """How the metres of a legal projection fall in a view box.

    Attributes
    ----------
    departement
        Code of a département of the map: its projection is that of the map.
    scale
        Length of a metre.
    left, top
        Where the origin of the projection would fall.
    start
        Longitude and latitude of a point of the map.
    """

    departement: str
    scale: float
    left: float
    top: float
    start: tuple[float, float]

    def place(self, x: float, y: float) -> Point:
        """Place a point in metres in the view box."""
        return round(self.scale * x + self.left, 1), round(self.top - self.scale * y, 1)

    def place_degrees(self, longitude: float, latitude: float) -> Point:
        """Place a point in degrees in the view box."""
        return self.place(*to_metres(longitude, latitude, self.departement))

    def lon_lat(self, drawn: Point) -> tuple[float, float]:
        """Longitude and latitude of a point of the view box, as an address writes them.

        The projection is undone by Newton's method, from a point of the map.
        """
        wanted = np.array([(drawn[0] - self.left) / self.scale, (self.top - drawn[1]) / self.scale])
        degrees = np.array(self.start)
        for _ in range(_STEPS):
            slope = np.column_stack(
                [
                    (self._metres(degrees + nudge) - self._metres(degrees - nudge)) / (2 * _NUDGE)
                    for nudge in _NUDGE * np.eye(2)
                ]
            )
            degrees = degrees + np.linalg.solve(slope, wanted - self._metres(degrees))
        longitude, latitude = degrees.tolist()
        return round(longitude, DECIMALS), round(latitude, DECIMALS)

    def _metres(self, degrees: Floats) -> Floats:
        """Project a longitude and a latitude."""
        return np.array(to_metres(float(degrees[0]), float(degrees[1]), self.departement))


def frame_of(known: Sequence[KnownPoint], units_per_km: float, departement: str) -> MapFrame | None:
    """Set the frame of a map by the middle of what its known points say.

    Parameters
    ----------
    known
        Points of the map.
    units_per_km
        Length of a kilometre on it.
    departement
        Code of a département of the map.

    Returns
    -------
    MapFrame or None
        None without a known point.
    """
    if not known:
        return None
    scale = units_per_km / 1000
    metres = np.array([to_metres(one.longitude, one.latitude, departement) for one in known])
    drawn = np.array([one.drawn for one in known])
    left = float(np.median(drawn[:, 0] - scale * metres[:, 0]))
    top = float(np.median(drawn[:, 1] + scale * metres[:, 1]))
    return MapFrame(departement, scale, left, top, (known[0].longitude, known[0].latitude))

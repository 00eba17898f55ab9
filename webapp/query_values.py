"""What several parameters mean once read: a box, a point, a part of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BBox:
    """A box of longitudes and latitudes, bounds included, in degrees (WGS 84)."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point is in the box or on its edge.

        >>> BBox(-5, 48, -4, 49).holds(-4.5, 48.4)
        True
        """
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


@dataclass(frozen=True)
class Point:
    """A longitude and a latitude, in degrees (WGS 84)."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class Page:
    """Which part of a list is asked for."""

    limit: int
    offset: int

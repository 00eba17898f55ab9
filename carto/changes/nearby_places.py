"""Places that opened, closed or changed around a commune, between two releases.

Places are the same as `carto.changes.same_places` says. Near means within the crow-fly distance
beyond which a place has no weight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carto.changes.release import Release, Row
from carto.changes.same_places import ids_of

EARTH_KM = 6371.0088
_CELL_DEGREES = 0.25


@dataclass(frozen=True)
class PlaceChanges:
    """Places of two releases that are not the same, found by where they are.

    Attributes
    ----------
    opened, closed
        Rows of one release only.
    rescheduled
        Rows of the later release whose hours differ, or that moved.
    """

    opened: Grid
    closed: Grid
    rescheduled: Grid


class Grid:
    """Rows with `longitude` and `latitude`, found by position."""

    def __init__(self, rows: list[Row]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows:
            self._cells[_cell(row["longitude"], row["latitude"])].append(row)

    def near(self, longitude: float, latitude: float, km: float) -> list[Row]:
        """Rows within a distance, nearest first, ties by id."""
        found = []
        for row in self._around(longitude, latitude, km):
            distance = _distance_km(longitude, latitude, row["longitude"], row["latitude"])
            if distance <= km:
                found.append((distance, str(row["id"]), row))
        return [row for *_, row in sorted(found, key=lambda one: one[:2])]

    def _around(self, longitude: float, latitude: float, km: float) -> Iterator[Row]:
        """Yield the rows of the cells that a circle touches."""
        tall = math.degrees(km / EARTH_KM)
        wide = tall / max(0.1, math.cos(math.radians(latitude)))
        west, south = _cell(longitude - wide, latitude - tall)
        east, north = _cell(longitude + wide, latitude + tall)
        for x in range(west, east + 1):
            for y in range(south, north + 1):
                yield from self._cells.get((x, y), ())


def compare_places(before: Release, after: Release) -> PlaceChanges:
    """Sort the places of two releases into opened, closed and rescheduled ones."""
    old_of = {name: row for row in before.sites.values() for name in ids_of(row)}
    new_of = {name: row for row in after.sites.values() for name in ids_of(row)}
    opened, closed, rescheduled = [], [], []
    for row in after.sites.values():
        old = next((old_of[name] for name in ids_of(row) if name in old_of), None)
        if old is None:
            opened.append(row)
        elif _differs(old, row):
            rescheduled.append(row)
    for row in before.sites.values():
        if not any(name in new_of for name in ids_of(row)):
            closed.append(row)
    return PlaceChanges(Grid(opened), Grid(closed), Grid(rescheduled))


def _differs(old: Row, new: Row) -> bool:
    """Whether a place opens at other hours, or elsewhere."""
    if old["hours_per_year"] != new["hours_per_year"]:
        return True
    return _position(old) != _position(new)


def _position(row: Mapping[str, float]) -> tuple[float, float]:
    return row["longitude"], row["latitude"]


def _cell(longitude: float, latitude: float) -> tuple[int, int]:
    """Cell of the grid that holds a point."""
    return math.floor(longitude / _CELL_DEGREES), math.floor(latitude / _CELL_DEGREES)


def _distance_km(west: float, south: float, east: float, north: float) -> float:
    """Great-circle distance (haversine), km.

    >>> round(_distance_km(-4.49, 48.39, -4.10, 48.0), 1)
    52.1
    """
    low, high = math.radians(south), math.radians(north)
    half_lat = math.sin((high - low) / 2) ** 2
    half_lon = math.sin(math.radians(east - west) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half_lat + math.cos(low) * math.cos(high) * half_lon))

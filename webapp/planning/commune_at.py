"""The commune where a point lies, by the published outlines; none at sea or beyond them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.drawing.indicators.units import COMMUNE
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot
from webapp.snapshots.published_files import map_name, published_paths

Floats = NDArray[np.float64]
Polygons = Sequence[Sequence[Sequence[int]]]
# A point may be closer to the points of many small communes than to that of its own.
_CLOSEST = 40


def commune_at(snapshot: LoadedSnapshot, longitude: float, latitude: float) -> str | None:
    """Find the commune where a point lies.

    Parameters
    ----------
    snapshot
        Where communes are published.
    longitude, latitude
        Degrees.

    Returns
    -------
    str or None
        Its code; None at sea, and out of the published communes.
    """
    here = {"longitude": longitude, "latitude": latitude}
    closest = [code for code, _ in snapshot.points("communes").nearest(here, _CLOSEST)]
    for path in _maps_of(snapshot, closest):
        topology = json.loads(path.read_bytes())
        steps = topology["transform"]["scale"]
        point = np.array([longitude / steps[0], latitude / steps[1]])
        arcs = _Arcs(topology["arcs"])
        polygons = {
            unit["properties"]["code"]: _polygons(unit)
            for unit in topology["objects"]["units"]["geometries"]
        }
        for code in closest:
            if code in polygons and arcs.hold(polygons[code], point):
                return code
    return None


def _maps_of(snapshot: LoadedSnapshot, codes: Sequence[str]) -> Iterator[Path]:
    """Give the outlines of the territories that some communes are of, the closest first."""
    listed = published_paths(snapshot.snapshot)
    seen = set()
    for code in codes:
        row = snapshot.communes[code]
        for type_, of in ((DEPARTEMENT, row["departement"]), (EPCI, row["siren_epci"])):
            name = f"topojson/{map_name(type_, str(of), COMMUNE)}.json"
            if name in listed and name not in seen:
                seen.add(name)
                yield snapshot.file(name)


def _polygons(unit: Mapping[str, Any]) -> Polygons:
    """Rings of the polygons of a unit, as the arcs that they are made of."""
    return [unit["arcs"]] if unit["type"] == "Polygon" else unit["arcs"]


class _Arcs:
    """The arcs of a topology, in steps of its grid, each read when it is needed."""

    def __init__(self, arcs: Sequence[Any]) -> None:
        self._arcs = arcs

    def hold(self, polygons: Polygons, point: Floats) -> bool:
        """Whether a point is inside some polygons: a ray from it crosses their rings oddly."""
        crossed = sum(
            _crossings(self._ring(ring), point) for polygon in polygons for ring in polygon
        )
        return crossed % 2 == 1

    def _ring(self, arcs: Sequence[int]) -> Floats:
        """Chain the arcs of a ring; `~n` is arc n walked back."""
        lines = [self._line(arc) if arc >= 0 else self._line(~arc)[::-1] for arc in arcs]
        return np.concatenate(lines)

    def _line(self, arc: int) -> Floats:
        """Vertices of an arc."""
        return np.cumsum(np.array(self._arcs[arc], dtype=float), axis=0)


def _crossings(ring: Floats, point: Floats) -> int:
    """Count the sides of a ring that a ray eastwards from a point crosses."""
    start, end = ring, np.roll(ring, -1, axis=0)
    is_across = (start[:, 1] > point[1]) != (end[:, 1] > point[1])
    start, end = start[is_across], end[is_across]
    along = (point[1] - start[:, 1]) / (end[:, 1] - start[:, 1])
    east = start[:, 0] + along * (end[:, 0] - start[:, 0])
    return int(np.count_nonzero(east > point[0]))

"""The shapes of a map cut out of published topologies, as the build would have drawn them.

Projected by law, fitted to their own view box; only formulas and arrays, for a service that loads
no geometry library. Outlines have the detail of the interactive map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.codes import departement_of
from carto.crs import metric_crs, projection_name
from carto.drawing.joined_topology import JoinedTopology
from carto.drawing.shapes import MapShapes, Point
from carto.drawing.town_names import SITE_ROOM, choose_names
from carto.drawing.traces import traces
from carto.drawing.view_box import Box, fit_width
from carto.legal_projection import to_metres

Row = Mapping[str, Any]
Floats = NDArray[np.float64]

WIDTH = 900


@dataclass(frozen=True)
class _Frame:
    """Where degrees fall in the view box."""

    departement: str
    box: Box

    def place(self, degrees: Floats) -> Floats:
        """Place points, shape (n, 2)."""
        return self.box.place(
            np.column_stack(to_metres(degrees[:, 0], degrees[:, 1], self.departement))
        )


def cut_shapes(
    topology: JoinedTopology,
    communes: Sequence[Row],
    places: Iterable[Row],
    *,
    territory: str,
) -> MapShapes:
    """Draw the communes of a topology.

    Parameters
    ----------
    topology
        Of these communes, and of no other.
    communes
        Their rows, by rising code: `code_insee`, `nom`, `siren_epci`, `population`, `longitude`,
        `latitude`; all of one metric projection.
    places
        Rows with `id`, `longitude` and `latitude`; those out of the view box are left out.
    territory
        French name of what the communes make up.
    """
    departement = departement_of(communes[0]["code_insee"])
    box = fit_width(_bounds(topology, departement), WIDTH)
    frame, epsg = _Frame(departement, box), metric_crs(departement)
    points = [(row["longitude"], row["latitude"]) for row in communes]
    inside = frame.place(np.array(points, dtype=float))
    anchors: dict[str, Point] = {
        row["code_insee"]: (round(x), round(y))
        for row, (x, y) in zip(communes, inside.tolist(), strict=True)
    }
    group_of = {row["code_insee"]: row["siren_epci"] or row["code_insee"] for row in communes}
    rings = [ring for uses in topology.units.values() for polygon in uses for ring in polygon]
    owner = [code for code, uses in topology.units.items() for polygon in uses for _ in polygon]
    units = dict.fromkeys(topology.units, "")
    for code, trace in zip(owner, _traced(topology, rings, frame), strict=True):
        units[code] += trace
    borders = [[arc] for arc in topology.borders_between(group_of)]
    placed = _placed(places, frame)
    return MapShapes(
        territory=territory,
        width=WIDTH,
        height=box.height,
        epsg=epsg,
        projection=projection_name(epsg),
        units_per_km=round(1000 * box.scale, 6),
        units=units,
        anchors=anchors,
        borders="".join(_traced(topology, borders, frame)),
        outline="".join(_traced(topology, topology.rings_around(topology.units), frame)),
        sites=placed,
        names=choose_names(_towns(communes, anchors), placed.values(), WIDTH),
    )


def _bounds(topology: JoinedTopology, departement: str) -> Floats:
    """West, south, east and north of all units, metres."""
    degrees = np.asarray(np.concatenate(topology.arcs) * topology.grid, dtype=float)
    x, y = to_metres(degrees[:, 0], degrees[:, 1], departement)
    return np.array([x.min(), y.min(), x.max(), y.max()])


def _traced(topology: JoinedTopology, rings: Sequence[list[int]], frame: _Frame) -> list[str]:
    """Write each ring, or each line that does not close."""
    if not rings:
        return []
    lines = [topology.line(ring) for ring in rings]
    degrees = np.asarray(np.concatenate(lines) * topology.grid, dtype=float)
    line = np.repeat(np.arange(len(lines)), [len(one) for one in lines])
    is_ring = np.array([bool((one[0] == one[-1]).all()) for one in lines])
    return traces(frame.place(degrees), line, is_ring)


def _placed(places: Iterable[Row], frame: _Frame) -> dict[str, Point]:
    """Points of the places whose mark fits in the view box, in the order of their ids."""
    listed = sorted(places, key=lambda place: str(place["id"]))
    if not listed:
        return {}
    degrees = np.array([(place["longitude"], place["latitude"]) for place in listed], dtype=float)
    room = np.array([frame.box.width, frame.box.height]) - SITE_ROOM
    points = frame.place(degrees)
    fits = np.flatnonzero(((points >= SITE_ROOM) & (points <= room)).all(axis=1))
    return {
        str(listed[rank]["id"]): (round(x, 1), round(y, 1))
        for rank, (x, y) in zip(fits, points[fits].tolist(), strict=True)
    }


def _towns(communes: Sequence[Row], anchors: Mapping[str, Point]) -> list[tuple[str, Point]]:
    """List the communes whose population is known, the most populated first."""
    known = [row for row in communes if row["population"] is not None]
    ranked = sorted(known, key=lambda row: -row["population"])
    return [(str(row["nom"]), anchors[row["code_insee"]]) for row in ranked]

"""The matrix service of Valhalla: `/sources_to_targets`, times in seconds, distances in km."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from geodata.routing.protocol import (
    MOST_MINUTES,
    MalformedAnswerError,
    Point,
    Trip,
    read_json,
    read_quantity,
)


class Valhalla:
    """Valhalla as it is installed: at most 50 points on each side of a matrix."""

    name = "Valhalla"
    most_places = 50

    def address(self, base: str, origin: Point, places: Sequence[Point]) -> str:
        """Write the address of a matrix of one source; its request is JSON, in the address."""
        asked = {
            "sources": [_location(origin)],
            "targets": [_location(place) for place in places],
            "costing": "auto",
            "units": "kilometers",
        }
        return f"{base}/sources_to_targets?json={quote(json.dumps(asked, separators=(',', ':')))}"

    def read(self, answer: bytes, count: int) -> list[Trip]:
        """Read the one row of a matrix, whatever the order of its cells.

        Raises
        ------
        MalformedAnswerError
            When it is no such matrix.
        """
        said = read_json(answer)
        matrix = said.get("sources_to_targets")
        if not isinstance(matrix, list) or len(matrix) != 1 or not isinstance(matrix[0], list):
            raise MalformedAnswerError(f"réponse « {str(said.get('error', 'sans matrice'))[:60]} »")
        if said.get("units", "kilometers") not in ("kilometers", "km"):
            raise MalformedAnswerError("distances qui ne sont pas en kilomètres")
        trips: dict[int, Trip] = {}
        for cell in matrix[0]:
            if not isinstance(cell, dict) or not isinstance(cell.get("to_index"), int):
                raise MalformedAnswerError("case de matrice illisible")
            minutes = read_quantity(cell.get("time"), 60, MOST_MINUTES)
            km = read_quantity(cell.get("distance"), 1) if minutes is not None else None
            trips[cell["to_index"]] = Trip(minutes, km)
        if sorted(trips) != list(range(count)):
            raise MalformedAnswerError(f"matrice qui n'a pas {count} cases")
        return [trips[rank] for rank in range(count)]


def _location(point: Point) -> dict[str, float]:
    """Write a point as Valhalla reads it."""
    return {"lat": point.latitude, "lon": point.longitude}

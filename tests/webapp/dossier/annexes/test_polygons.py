"""Polygons put together from the arcs of a TopoJSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from webapp.dossier.annexes.polygons import polygons

# Two squares side by side share the arc 1; the second has a hole, and an island.
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [10, 40]},
    "objects": {
        "units": {
            "geometries": [
                {"type": "Polygon", "properties": {"code": "a"}, "arcs": [[0, 1]]},
                {
                    "type": "MultiPolygon",
                    "properties": {"code": "b"},
                    "arcs": [[[2, -2], [3]], [[4]]],
                },
            ]
        }
    },
    "arcs": [
        [[1, 0], [-1, 0], [0, 1], [1, 0]],
        [[1, 1], [0, -1]],
        [[1, 0], [3, 0], [0, 1], [-3, 0]],
        [[2, 0], [1, 0], [0, 1], [-1, -1]],
        [[9, 9], [0, 1], [1, 0], [-1, -1]],
    ],
}


def area(ring: list[list[float]]) -> float:
    pairs = pairwise(ring)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def shapes() -> dict[str, dict[str, Any]]:
    return polygons(json.dumps(TOPOLOGY).encode())


def test_arcs_are_joined_and_the_ring_is_closed() -> None:
    (ring,) = shapes()["a"]["coordinates"]
    assert ring[0] == ring[-1]
    assert sorted(map(tuple, ring[1:])) == [(10.0, 40.0), (10.0, 40.1), (10.1, 40.0), (10.1, 40.1)]


def test_outer_rings_turn_left_and_holes_turn_right() -> None:
    first, second = shapes()["b"]["coordinates"]
    assert [area(ring) > 0 for ring in first] == [True, False]
    assert [area(ring) > 0 for ring in second] == [True]
    assert area(shapes()["a"]["coordinates"][0]) > 0


def test_degrees_are_written_to_the_metre() -> None:
    for ring in shapes()["a"]["coordinates"]:
        assert all(value == round(value, 5) for point in ring for value in point)

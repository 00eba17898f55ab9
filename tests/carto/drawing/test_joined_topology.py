"""Topologies joined: equal borders become one, outlines and inner borders are told by use."""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
import shapely.affinity
from shapely import Polygon, box

from carto.drawing.joined_topology import JoinedTopology, join_topologies
from geodata.storage.topology import zone_topologies

# Four squares of ten kilometres in Lambert-93, and an island in a lake of the second one.
CORNER = (700_000.0, 6_600_000.0)
LAKE = (13_000.0, 3_000.0, 17_000.0, 7_000.0)


def square(column: int, row: int) -> Polygon:
    """One square of the grid."""
    west, south = CORNER[0] + 10_000 * column, CORNER[1] + 10_000 * row
    return box(west, south, west + 10_000, south + 10_000)


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Any]]:
    """Topologies of two EPCI of one zone, as the build writes them."""
    island = shapely.affinity.translate(box(*LAKE), *CORNER)
    shapes = [square(0, 0), square(1, 0).difference(island), island, square(0, 1), square(1, 1)]
    codes = ["29001", "29002", "29003", "29004", "29005"]
    sirens = ["A", "A", "A", "B", "B"]
    communes = gpd.GeoDataFrame(
        {"code_insee": codes, "siren_epci": sirens}, geometry=shapes, crs=2154
    )
    rows = {"A": np.array([0, 1, 2]), "B": np.array([3, 4])}
    return {name: json.loads(text) for name, text in zone_topologies(communes, rows)}


@pytest.fixture(scope="module")
def joined(documents: dict[str, dict[str, Any]]) -> JoinedTopology:
    """Both EPCI, but one commune."""
    return join_topologies(documents.values(), ["29001", "29002", "29003", "29004"])


def area(topology: JoinedTopology, code: str) -> float:
    """Area of a unit, in cells of the grid."""
    return sum(
        Polygon(topology.line(outer), [topology.line(inner) for inner in holes]).area
        for outer, *holes in topology.units[code]
    )


def around(topology: JoinedTopology, *codes: str) -> shapely.Geometry:
    """Fill the outline of some units."""
    rings = [Polygon(topology.line(ring)) for ring in topology.rings_around(codes)]
    return shapely.union_all(rings)


def test_only_the_units_wanted_are_taken_in_their_order(joined: JoinedTopology) -> None:
    assert list(joined.units) == ["29001", "29002", "29003", "29004"]


def test_the_outline_of_units_of_two_maps_has_no_inner_border(joined: JoinedTopology) -> None:
    held = around(joined, *joined.units)
    assert held.geom_type == "Polygon"
    assert held.area == pytest.approx(sum(area(joined, code) for code in joined.units))
    assert len(joined.rings_around(joined.units)) == 1


def test_a_hole_that_nobody_fills_is_a_ring_of_its_own(joined: JoinedTopology) -> None:
    assert len(joined.rings_around(["29002"])) == 2
    assert len(joined.rings_around(["29002", "29003"])) == 1


def test_borders_part_groups_and_nothing_else(joined: JoinedTopology) -> None:
    groups = {"29001": "A", "29002": "A", "29003": "A", "29004": "B"}
    (between,) = joined.borders_between(groups)
    low, high = np.sort(joined.line([between])[[0, -1]], axis=0)
    assert high[0] - low[0] > 0
    assert joined.borders_between(dict.fromkeys(groups, "A")) == []


def test_what_is_written_is_read_back_the_same(joined: JoinedTopology) -> None:
    written = joined.written({"A": ["29001", "29002", "29003"], "B": ["29004"]})
    document = json.loads(written)
    assert [one["properties"]["code"] for one in document["objects"]["borders"]["geometries"]] == [
        *"AB"
    ]
    again = join_topologies([document], joined.units)
    assert again.units == joined.units
    assert again.written({"A": ["29001", "29002", "29003"], "B": ["29004"]}) == written


def test_a_unit_that_no_map_holds_is_refused(documents: dict[str, dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match="29999"):
        join_topologies(documents.values(), ["29001", "29999"])

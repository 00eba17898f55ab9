"""Shapes cut out of topologies are those that the build draws: same box, scale and places."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carto.drawing.cut_shapes import cut_shapes
from carto.drawing.joined_topology import join_topologies
from carto.drawing.shapes import MapShapes
from tests.demo import Built

LANDERNEAU, LANDIVISIAU = "242900801", "242900751"


def documents(built: Built, *sirens: str) -> list[dict[str, Any]]:
    """Read the published topologies of some EPCI."""
    return [
        json.loads(built.snapshot.path(f"topojson/epci-{siren}.json").read_bytes())
        for siren in sirens
    ]


def members(built: Built, *sirens: str) -> list[dict[str, Any]]:
    """List the published communes of some EPCI."""
    return [row for row in built.snapshot.rows("communes") if row["siren_epci"] in sirens]


def cut(built: Built, *sirens: str) -> MapShapes:
    """Shapes of the communes of some EPCI."""
    rows = members(built, *sirens)
    topology = join_topologies(documents(built, *sirens), [row["code_insee"] for row in rows])
    places = [site for site in built.snapshot.rows("sites") if site["is_supply"]]
    return cut_shapes(topology, rows, places, territory="Essai")


@pytest.fixture(scope="module")
def alone(built_demo: Built) -> MapShapes:
    """Shapes of one EPCI."""
    return cut(built_demo, LANDERNEAU)


def test_an_epci_is_drawn_as_the_build_draws_it(built_demo: Built, alone: MapShapes) -> None:
    path = built_demo.snapshot.path(f"maps/epci-{LANDERNEAU}.json")
    published = MapShapes.from_json(path.read_bytes())
    assert list(alone.units) == list(published.units)
    assert abs(alone.height - published.height) <= 2
    assert alone.units_per_km == pytest.approx(published.units_per_km, rel=1e-3)
    assert (alone.epsg, alone.projection) == (published.epsg, published.projection)
    assert alone.sites.keys() == published.sites.keys()
    for site, (x, y) in published.sites.items():
        assert alone.sites[site] == pytest.approx((x, y), abs=2)


def test_an_epci_has_no_border_inside_and_two_have_one(built_demo: Built, alone: MapShapes) -> None:
    assert alone.borders == ""
    assert cut(built_demo, LANDERNEAU, LANDIVISIAU).borders.startswith("M")


def test_neighbours_share_one_outline(built_demo: Built) -> None:
    assert cut(built_demo, LANDERNEAU, LANDIVISIAU).outline.count("z") < 4


def test_every_unit_has_a_path_and_a_point_in_the_box(alone: MapShapes) -> None:
    assert all(alone.units.values())
    for x, y in alone.anchors.values():
        assert 0 <= x <= alone.width
        assert 0 <= y <= alone.height

"""Projection and simplification: nothing disappears, borders stay shared."""

from __future__ import annotations

import re
from itertools import pairwise

import geopandas as gpd
import pytest

from carto.drawing.projecting.projection import project_shapes


def vertices(path: str) -> list[list[tuple[float, float]]]:
    """Absolute vertices of each subpath, read back from path data."""
    rings = []
    for start, steps in re.findall(r"M([^l]*)l([^zM]*)", path):
        x, y = numbers(start)
        ring = [(x, y)]
        values = numbers(steps)
        for dx, dy in zip(values[::2], values[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?(?:\d+\.5|\d+|\.5)", text)]


def test_every_commune_keeps_a_path_inside_the_box(shapes) -> None:
    assert list(shapes.units) == sorted(shapes.anchors) == [f"2900{n}" for n in range(1, 10)]
    for path in shapes.units.values():
        ring = vertices(path)[0]
        assert len(set(ring)) >= 3
        assert all(0 <= x <= shapes.width and 0 <= y <= shapes.height for x, y in ring)


def test_neighbours_share_their_vertices(shapes) -> None:
    south, north = (set(vertices(shapes.units[code])[0]) for code in ("29001", "29002"))
    assert len(south & north) == 2


def test_scale_and_orientation(shapes) -> None:
    south = vertices(shapes.units["29001"])[0]
    north = vertices(shapes.units["29004"])[0]
    assert max(y for _, y in north) < min(y for _, y in south)
    side = max(x for x, _ in south) - min(x for x, _ in south)
    assert side == pytest.approx(5 * shapes.units_per_km, abs=1)
    assert (shapes.epsg, shapes.projection) == (2154, "Lambert-93")


def test_epci_borders_leave_out_the_coast(shapes) -> None:
    (line,) = vertices(shapes.borders)
    assert len({x for x, _ in line}) == 1
    assert sum(abs(b[1] - a[1]) for a, b in pairwise(line)) == pytest.approx(
        20 * shapes.units_per_km, abs=1
    )


def test_places_outside_are_left_out(shapes, squares) -> None:
    assert list(shapes.sites) == ["fs-1"]
    alone = project_shapes(squares, None, territory="Carrés", epsg=2154)
    assert dict(alone.sites) == {}


def test_names_are_those_of_the_largest_and_do_not_collide(shapes) -> None:
    assert next(iter(shapes.names)) == "Commune 29001"
    assert "Commune 29007" not in shapes.names
    placed = sorted(shapes.names.values())
    assert len(set(placed)) == len(placed)


def test_the_order_of_rows_does_not_matter(squares, places, shapes) -> None:
    shuffled = squares.sample(frac=1, random_state=1)
    assert project_shapes(shuffled, places, territory="Carrés", epsg=2154) == shapes


def test_the_demonstration_keeps_its_277_communes(demo_data) -> None:
    communes = gpd.read_file(demo_data / "communes-50m.geojson").rename(
        columns={"code": "code_insee", "epci": "siren_epci"}
    )
    communes["population"] = 1
    shapes = project_shapes(communes, None, territory="Finistère", epsg=2154)
    assert len(shapes.units) == 277
    assert all(vertices(path) for path in shapes.units.values())
    assert shapes.units_per_km == pytest.approx(7.13, abs=0.1)

"""France in its frames: everything in its place, and nothing beyond it."""

from __future__ import annotations

import re

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

from carto.cells import cut_cells
from carto.crs import by_zone
from carto.drawing.projecting.country_projection import project_country
from carto.drawing.shapes import MapShapes

SQUARES = {
    "29": (-5.0, 48.0, -4.0, 48.7),
    "2A": (8.6, 41.4, 9.4, 42.3),
    "59": (2.5, 50.0, 4.0, 51.0),
    "75": (2.25, 48.82, 2.41, 48.9),
    "92": (2.15, 48.82, 2.25, 48.9),
    "93": (2.41, 48.82, 2.55, 48.9),
    "94": (2.3, 48.7, 2.5, 48.82),
    "971": (-61.8, 15.9, -61.1, 16.5),
    "972": (-61.2, 14.4, -60.8, 14.9),
    "973": (-54.5, 2.2, -51.7, 5.7),
    "974": (55.2, -21.4, 55.8, -20.9),
    "976": (45.0, -13.0, 45.3, -12.6),
}
# Paris and its neighbours are one EPCI.
METROPOLE = "200054781"


def draw(codes: list[str], units: str = "departement") -> MapShapes:
    """Draw one rectangular commune per département."""
    communes = gpd.GeoDataFrame(
        {
            "departement": codes,
            "siren_epci": [
                METROPOLE if code in ("75", "92") else f"2000{code:0>5}" for code in codes
            ],
        },
        geometry=[box(*SQUARES[code]) for code in codes],
        crs=4326,
    )
    zones = {
        epsg: cut_cells(communes[mask].to_crs(epsg))
        for epsg, mask in by_zone(communes["departement"])
    }
    towns = gpd.GeoDataFrame({"nom": ["Paris"]}, geometry=[Point(2.35, 48.86)], crs=4326)
    return project_country(zones, units, towns.to_crs(2154), territory="France")


@pytest.fixture(scope="module")
def shapes() -> MapShapes:
    return draw(sorted(SQUARES))


def rings(path: str) -> list[list[tuple[float, float]]]:
    """Vertices of the rings of a path: absolute starts, relative steps."""
    found = []
    for ring in path.split("z")[:-1]:
        x = y = 0.0
        numbers = [float(word) for word in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
        found.append([])
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found[-1].append((x, y))
    return found


def test_every_departement_is_drawn_and_those_around_paris_twice(shapes: MapShapes) -> None:
    assert list(shapes.units) == sorted(SQUARES)
    twice = {code for code, path in shapes.units.items() if len(rings(path)) == 2}
    assert twice == {"75", "92", "93", "94"}
    assert [inset.nom for inset in shapes.insets] == [
        *("Petite couronne", "Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte")
    ]


def test_insets_lie_in_the_view_box_and_hold_their_departements(shapes: MapShapes) -> None:
    frame_of = {inset.nom: inset for inset in shapes.insets}
    for inset in shapes.insets:
        assert 0 <= inset.x <= inset.x + inset.width <= shapes.width
        assert 0 <= inset.y <= inset.y + inset.height <= shapes.height
    for code, nom in {"973": "Guyane", "75": "Petite couronne", "976": "Mayotte"}.items():
        inset = frame_of[nom]
        for x, y in rings(shapes.units[code])[-1]:
            assert inset.x < x < inset.x + inset.width
            assert inset.y < y < inset.y + inset.height


def test_north_is_up_and_west_is_left(shapes: MapShapes) -> None:
    start = {code: rings(path)[0][0] for code, path in shapes.units.items()}
    assert start["59"][1] < start["29"][1] < start["2A"][1]
    assert start["29"][0] < start["59"][0] < start["2A"][0]


def test_an_epci_around_paris_is_whole_on_the_mainland_and_in_the_close_up() -> None:
    shapes = draw(sorted(SQUARES), "siren_epci")
    assert len(shapes.units) == len(SQUARES) - 1
    assert len(rings(shapes.units[METROPOLE])) == 2


def test_the_main_towns_of_the_mainland_are_named(shapes: MapShapes) -> None:
    assert list(shapes.names) == ["Paris"]


def test_the_same_map_for_the_same_shapes_in_any_order(shapes: MapShapes) -> None:
    assert draw(sorted(SQUARES, reverse=True)).to_json() == shapes.to_json()
    assert MapShapes.from_json(shapes.to_json()) == shapes

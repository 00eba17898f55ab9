"""France in its frames: everything in its place, and nothing beyond it."""

from __future__ import annotations

import re

import geopandas as gpd
import pytest
from shapely.geometry import box

from carto.drawing.country_projection import project_country
from carto.drawing.country_shapes import CountryShapes

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


def departements() -> gpd.GeoDataFrame:
    """Rectangles where the départements are, in no order."""
    codes = sorted(SQUARES, reverse=True)
    return gpd.GeoDataFrame(
        {"code_departement": codes}, geometry=[box(*SQUARES[code]) for code in codes], crs=4326
    )


@pytest.fixture(scope="module")
def shapes() -> CountryShapes:
    return project_country(departements())


def points(path: str) -> list[tuple[float, float]]:
    """Vertices of a path: absolute starts, relative steps."""
    found = []
    for ring in path.split("z")[:-1]:
        x = y = 0.0
        numbers = [float(word) for word in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def test_every_departement_is_drawn_and_those_around_paris_twice(shapes: CountryShapes) -> None:
    drawn = [code for frame in shapes.frames for code in frame.departements]
    assert sorted(drawn) == sorted([*SQUARES, "75", "92", "93", "94"])
    assert [frame.nom for frame in shapes.frames] == [
        *("", "Petite couronne", "Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte")
    ]
    assert list(shapes.frames[0].departements) == sorted(shapes.frames[0].departements)


def test_shapes_lie_in_their_frame_and_frames_in_the_view_box(shapes: CountryShapes) -> None:
    for frame in shapes.frames:
        assert 0 <= frame.x <= frame.x + frame.width <= shapes.width
        assert 0 <= frame.y <= frame.y + frame.height <= shapes.height
        for path in frame.departements.values():
            for x, y in points(path):
                assert frame.x < x < frame.x + frame.width
                assert frame.y < y < frame.y + frame.height


def test_north_is_up_and_west_is_left(shapes: CountryShapes) -> None:
    start = {code: points(path)[0] for code, path in shapes.frames[0].departements.items()}
    assert start["59"][1] < start["29"][1] < start["2A"][1]
    assert start["29"][0] < start["59"][0] < start["2A"][0]


def test_the_same_map_for_the_same_shapes_in_any_order(shapes: CountryShapes) -> None:
    assert project_country(departements().iloc[::-1]).to_json() == shapes.to_json()

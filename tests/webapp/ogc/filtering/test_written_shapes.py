"""Shapes written in a filter: what is drawn, and what is refused in words."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from webapp.errors import ParameterError
from webapp.ogc.features.reference_systems import CRS84, EPSG_4326, LAMBERT_93, ReferenceSystem
from webapp.ogc.filtering.written_shapes import MOST_VERTICES, read_shape


def polygon(*ring: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [list(map(list, ring))]}


BOX = {"bbox": [-5.0, 48.0, -4.0, 49.0]}
BREST_M = (145_000.0, 6_835_000.0, 150_000.0, 6_840_000.0)


def test_a_box_has_its_four_corners() -> None:
    assert shapely.equals(read_shape(BOX), shapely.box(-5, 48, -4, 49))


def test_heights_are_left_out() -> None:
    assert shapely.equals(
        read_shape({"bbox": [-5, 48, 0, -4, 49, 99]}), shapely.box(-5, 48, -4, 49)
    )
    assert not read_shape({"type": "Point", "coordinates": [1, 2, 3]}).has_z


def test_a_box_may_cross_the_antimeridian() -> None:
    assert read_shape({"bbox": [170, -20, -170, -10]}).bounds == (-180, -20, 180, -10)


def test_a_box_without_width_is_a_line_or_a_point() -> None:
    assert read_shape({"bbox": [1, 2, 1, 3]}).geom_type == "LineString"
    assert read_shape({"bbox": [1, 2, 1, 2]}).geom_type == "Point"


def test_latitude_comes_first_where_the_system_says_so() -> None:
    drawn = read_shape({"bbox": [48.0, -5.0, 49.0, -4.0]}, EPSG_4326)
    assert drawn.bounds == (-5, 48, -4, 49)
    assert read_shape({"type": "Point", "coordinates": [48, -5]}, EPSG_4326).coords[0] == (-5, 48)


def test_metres_become_degrees() -> None:
    west, south, east, north = read_shape({"bbox": [*BREST_M]}, LAMBERT_93).bounds
    assert (west, south) == pytest.approx((-4.55, 48.36), abs=0.1)
    assert 0.05 < east - west < 0.1
    assert 0.03 < north - south < 0.06


@pytest.mark.parametrize(
    ("node", "system", "words"),
    [
        ({"op": "POINT", "args": []}, CRS84, "attend une forme"),
        ({"property": "nom"}, CRS84, "attend une forme"),
        (3.0, CRS84, "attend une forme"),
        ({"bbox": [1, 2, 3]}, CRS84, "quatre nombres"),
        ({"bbox": [1, 2, 3, {"property": "nom"}]}, CRS84, "quatre nombres"),
        ({"bbox": [1, 5, 3, 4]}, CRS84, "le plus petit coin"),
        ({"bbox": [9, 1, 3, 4]}, LAMBERT_93, "le plus petit coin"),
        ({"bbox": [1, 2, 3, 95]}, CRS84, "sort de la Terre"),
        ({"bbox": [1, 2, 3, float("inf")]}, CRS84, "sort de la Terre"),
        ({"type": "Point", "coordinates": [400, 2]}, CRS84, "sort de la Terre"),
        ({"type": "Point", "coordinates": [1e30, 1e30]}, LAMBERT_93, "sort de la Terre"),
        ({"type": "Polygon", "coordinates": []}, CRS84, "est vide"),
        (polygon((0, 0), (1, 1)), CRS84, "incomplète"),
        ({"type": "LineString", "coordinates": [[0, 0]]}, CRS84, "incomplète"),
        (polygon((0, 0), (1, 1), (1, 0), (0, 1), (0, 0)), CRS84, "se recoupe"),
        (
            {"type": "MultiPoint", "coordinates": [[0, 0]] * (MOST_VERTICES + 1)},
            CRS84,
            "trop de points",
        ),
    ],
)
def test_refuse_in_words(node: Any, system: ReferenceSystem, words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        read_shape(node, system)

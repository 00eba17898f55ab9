"""Contours that cannot be trusted are refused; crossed rings are made valid and said."""

from __future__ import annotations

import math
from contextlib import suppress

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geodata.values.geometry import read_polygons, read_position, settle_surface
from geodata.values.verdicts import UnusableValueError

SQUARE = [[-4.0, 48.0], [-3.0, 48.0], [-3.0, 49.0], [-4.0, 49.0], [-4.0, 48.0]]
BOW_TIE = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def test_surfaces_are_read_and_altitude_dropped() -> None:
    remarks: list[str] = []
    high = [[*position, 12.0] for position in SQUARE]
    for geometry in (polygon(high), {"type": "MultiPolygon", "coordinates": [[SQUARE]]}):
        shape = read_polygons(geometry, lambda code, _: remarks.append(code))
        assert shape.area == pytest.approx(1)
        assert not shape.has_z
    assert not remarks


def test_crossed_rings_are_repaired() -> None:
    remarks: list[str] = []
    shape = read_polygons(polygon(BOW_TIE), lambda code, _: remarks.append(code))
    assert remarks == ["GEOMETRIE_REPAREE"]
    assert shape.is_valid
    assert shape.area == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        (None, "GEOMETRIE_ABSENTE"),
        (polygon(), "GEOMETRIE_ABSENTE"),
        ({"type": "Point", "coordinates": [1, 2]}, "GEOMETRIE_INATTENDUE"),
        (polygon(SQUARE[:-1]), "ANNEAU_OUVERT"),
        (polygon(SQUARE[:2] + SQUARE[:1]), "ANNEAU_OUVERT"),
        (polygon([*SQUARE[:2], [float("nan"), 1.0], SQUARE[0]]), "COORDONNEES_ILLISIBLES"),
        ({"type": ["Polygon"], "coordinates": [SQUARE]}, "GEOMETRIE_INATTENDUE"),
        ({"type": {}, "coordinates": [SQUARE]}, "GEOMETRIE_INATTENDUE"),
        ({"type": "Polygon", "coordinates": 3}, "COORDONNEES_ILLISIBLES"),
        ({"type": "MultiPolygon", "coordinates": [SQUARE]}, "COORDONNEES_ILLISIBLES"),
        (polygon([[str(x), str(y)] for x, y in SQUARE]), "COORDONNEES_ILLISIBLES"),
        (polygon([["a", "b"]] * 4), "COORDONNEES_ILLISIBLES"),
        (polygon("texte"), "COORDONNEES_ILLISIBLES"),
        (polygon([1, 2, 3, 4]), "COORDONNEES_ILLISIBLES"),
        (polygon([[1, 2], [1]]), "COORDONNEES_ILLISIBLES"),
        (polygon([[x * 1e5, y * 1e5] for x, y in SQUARE]), "COORDONNEES_HORS_LIMITES"),
        (polygon([[0, 0], [1, 1], [1, 1], [0, 0]]), "GEOMETRIE_INATTENDUE"),
    ],
)
def test_refused(geometry: dict[str, object] | None, code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read_polygons(geometry, lambda *_: None)
    assert caught.value.code == code


def test_a_surface_that_a_library_read_meets_the_same_rules() -> None:
    remarks: list[str] = []
    crossed = shapely.Polygon(BOW_TIE)
    assert settle_surface(crossed, lambda code, _: remarks.append(code)).area == pytest.approx(0.5)
    assert remarks == ["GEOMETRIE_REPAREE"]
    square = shapely.box(1, 1, 2, 2)
    assert settle_surface(square, lambda *_: None) is square


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        (None, "GEOMETRIE_ABSENTE"),
        (shapely.Polygon(), "GEOMETRIE_ABSENTE"),
        (shapely.Point(1, 2), "GEOMETRIE_INATTENDUE"),
        (shapely.box(1, 1, math.inf, 2), "COORDONNEES_ILLISIBLES"),
        (shapely.box(7e5, 6.6e6, 8e5, 6.7e6), "COORDONNEES_HORS_LIMITES"),
    ],
)
def test_a_surface_that_cannot_be_trusted(shape: BaseGeometry | None, code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        settle_surface(shape, lambda *_: None)
    assert caught.value.code == code


def test_positions() -> None:
    assert read_position({"type": "Point", "coordinates": [-4.3, 48.2, 7]}) == (-4.3, 48.2)
    for geometry in (None, {"type": "Point", "coordinates": ["x", None]}, polygon(SQUARE)):
        with pytest.raises(UnusableValueError):
            read_position(geometry)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)
KINDS = st.sampled_from(["Polygon", "MultiPolygon", "Point"])
DEGREES = st.floats(-90, 90)
RINGS = st.lists(st.tuples(DEGREES, DEGREES).map(list), min_size=3, max_size=6).map(
    lambda ring: [[*ring, ring[0]]]
)


@given(kind=KINDS | JSON, coordinates=JSON | RINGS | RINGS.map(lambda polygon: [polygon]))
@settings(max_examples=200)
def test_any_geometry_is_read_or_refused(kind: object, coordinates: object) -> None:
    geometry = {"type": kind, "coordinates": coordinates}
    with suppress(UnusableValueError):
        shape = read_polygons(geometry, lambda *_: None)
        assert shape.is_valid
        assert not shape.is_empty
    with suppress(UnusableValueError):
        assert all(map(math.isfinite, read_position(geometry)))

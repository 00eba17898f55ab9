"""Positions: repaired when provable, missing otherwise, always said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.coordinates import Point, read_point, settle_point


def read(longitude: str, latitude: str) -> tuple[Point | None, list[str]]:
    remarks: list[str] = []
    point = read_point(longitude, latitude, lambda code, _: remarks.append(code))
    return point, remarks


@pytest.mark.parametrize(
    ("longitude", "latitude", "point", "remarks"),
    [
        ("-4.48", "48.39", (-4.48, 48.39), []),
        ("-4,48", "48,39", (-4.48, 48.39), []),
        ("4.48 W", "48.39 N", (-4.48, 48.39), []),
        ("4,48° O", "48,39°", (-4.48, 48.39), []),
        ("4° 30' 00\" W", "48°24'00''N", (-4.5, 48.4), []),
        ("48.39", "-4.48", (-4.48, 48.39), ["COORDONNEES_INVERSEES"]),
        ("-21.1", "55.5", (55.5, -21.1), ["COORDONNEES_INVERSEES"]),
        ("4.48", "48.39", (4.48, 48.39), []),
        ("0", "0.0", None, ["COORDONNEES_NULLES"]),
        ("", "48.39", None, ["COORDONNEES_ABSENTES"]),
        ("nan", "48.39", None, ["COORDONNEES_ABSENTES"]),
        ("rue de Brest", "48.39", None, ["COORDONNEES_ILLISIBLES"]),
        ("500", "48.39", None, ["COORDONNEES_ILLISIBLES"]),
        ("-73.9", "40.7", (-73.9, 40.7), ["COORDONNEES_HORS_FRANCE"]),
    ],
)
def test_read_point(longitude: str, latitude: str, point: Point | None, remarks: list[str]) -> None:
    assert read(longitude, latitude) == (point, remarks)


def test_lambert_93_metres_are_converted() -> None:
    point, remarks = read("146633.4", "6837412,9")
    assert remarks == ["COORDONNEES_LAMBERT93"]
    assert point == pytest.approx((-4.49, 48.39), abs=0.05)


@given(st.floats(), st.floats())
def test_any_two_numbers_give_a_position_on_earth_or_none(x: float, y: float) -> None:
    remarks: list[str] = []
    point = settle_point(x, y, lambda code, _: remarks.append(code))
    if point is None:
        assert remarks
    else:
        assert abs(point[0]) <= 180
        assert abs(point[1]) <= 90


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_are_read_or_missing(longitude: str, latitude: str) -> None:
    point, remarks = read(longitude, latitude)
    assert point is not None or remarks

"""The frame of a map: set by known points, it places others and reads them back."""

from __future__ import annotations

import pytest

from carto.drawing.map_frame import KnownPoint, frame_of
from carto.legal_projection import to_metres

SCALE = 0.007


def drawn_at(longitude: float, latitude: float, departement: str, nudge: float = 0.0):
    x, y = to_metres(longitude, latitude, departement)
    return KnownPoint(longitude, latitude, (SCALE * x - 700 + nudge, 49_000 - SCALE * y))


@pytest.mark.parametrize(
    ("departement", "longitude", "latitude"), [("29", -4.3, 48.4), ("974", 55.5, -21.1)]
)
def test_a_point_is_read_back_to_ten_metres(departement, longitude, latitude) -> None:
    known = [drawn_at(longitude + step / 10, latitude, departement) for step in range(3)]
    frame = frame_of(known, 1000 * SCALE, departement)
    point = frame.place_degrees(longitude + 0.2345, latitude - 0.1234)
    found = frame.lon_lat(point)
    assert found == pytest.approx((longitude + 0.2345, latitude - 0.1234), abs=2e-4)


def test_one_wrong_point_does_not_move_the_frame() -> None:
    right = [drawn_at(-4.3 + step / 10, 48.4, "29") for step in range(4)]
    wrong = drawn_at(-4.0, 48.3, "29", nudge=200)
    frame = frame_of([*right, wrong], 1000 * SCALE, "29")
    assert frame.place_degrees(-4.3, 48.4) == pytest.approx(right[0].drawn, abs=0.1)


def test_a_map_without_a_known_point_has_no_frame() -> None:
    assert frame_of([], 7.0, "29") is None

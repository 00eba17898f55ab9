"""A published point is repaired only when the error is proved."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.positions import TOLERANCE_M, Located, Position, locate
from tests.mini_france.tables import contours

COMMUNES = contours()
BREST = (-4.484541, 48.391693)


def at(code: str, longitude: float | None, latitude: float | None) -> Located:
    points = pd.DataFrame(
        {"code_insee": [code], "longitude": [longitude], "latitude": [latitude]}
    ).astype({"longitude": float, "latitude": float})
    return locate(points, COMMUNES)


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [BREST, (-BREST[0], BREST[1]), (BREST[1], BREST[0]), (BREST[0], -BREST[1])],
    ids=["right", "lost sign", "swapped", "sign of latitude"],
)
def test_each_known_error_is_undone(longitude: float, latitude: float) -> None:
    found = at("29019", longitude, latitude)
    assert (found.longitude[0], found.latitude[0]) == BREST
    right = (longitude, latitude) == BREST
    assert found.position[0] == (Position.INSIDE if right else Position.REPAIRED)
    assert bool(found.metres_outside[0] == 0) is right


def test_a_point_elsewhere_is_kept_and_said_to_be_outside() -> None:
    found = at("29019", -3.0, 48.0)
    assert (found.longitude[0], found.latitude[0]) == (-3.0, 48.0)
    assert found.position[0] == Position.OUTSIDE
    assert found.metres_outside[0] == pytest.approx(115_000, rel=0.05)


@pytest.mark.parametrize(("metres", "position"), [(450, "INSIDE"), (550, "OUTSIDE")])
def test_generalised_contours_are_given_a_tolerance(metres: float, position: str) -> None:
    centre = gpd.GeoSeries(gpd.points_from_xy([BREST[0]], [BREST[1]]), crs=4326).to_crs(2154)
    moved = centre.translate(xoff=2000 + metres).to_crs(4326).iloc[0]
    found = at("29019", moved.x, moved.y)
    assert found.position[0] == Position[position]
    assert found.metres_outside[0] == pytest.approx(metres, abs=1)
    assert pytest.approx(500) == TOLERANCE_M


@pytest.mark.parametrize(("longitude", "latitude"), [(None, None), (-4.48, None), (None, 48.4)])
def test_half_a_point_is_missing(longitude: float | None, latitude: float | None) -> None:
    assert at("29019", longitude, latitude).position[0] == Position.MISSING


def test_without_a_contour_nothing_can_be_checked() -> None:
    found = at("56066", -3.6, 48.1)
    assert found.position[0] == Position.UNCHECKED
    assert np.isnan(found.metres_outside[0])


def test_overseas_points_are_checked_in_their_own_projection() -> None:
    assert at("97411", -20.907734, 55.443063).position[0] == Position.REPAIRED


@given(st.sampled_from(sorted(COMMUNES["code_insee"])), st.floats(-180, 180), st.floats(-90, 90))
def test_no_point_on_earth_breaks_the_check(code: str, longitude: float, latitude: float) -> None:
    found = at(code, longitude, latitude)
    proved = found.position[0] in (Position.INSIDE, Position.REPAIRED)
    assert proved or (found.longitude[0], found.latitude[0]) == (longitude, latitude)
    assert not np.isnan(found.metres_outside[0])


def test_rows_do_not_mix() -> None:
    points = pd.DataFrame(
        {
            "code_insee": ["29044", "97411", "29019", "56066"],
            "longitude": [4.165563, -20.879, np.nan, -3.6],
            "latitude": [48.218863, 55.45, 48.4, 48.1],
        }
    )
    found = locate(points, COMMUNES)
    assert found.position.tolist() == ["corrigee", "corrigee", "absente", "contour_absent"]
    assert found.longitude[:2].tolist() == [-4.165563, 55.45]

"""Squares of population: the mean time of people, and those who live far from any place."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.squares import FromSquares, Squares, place_squares, share_beyond, square_minutes
from carto.measures.travel_models import CrowFly
from carto.verdict.parameters import Travel

TRAVEL = Travel()
FLOOR = 0.5 * 2 / 3 * (0.04 / np.pi) ** 0.5


def communes(*codes: str, landmass: str = "continent") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "code_insee": codes,
            "departement": [code[:2] for code in codes],
            "x_m": 100_000.0,
            "y_m": 6_800_000.0,
            "landmass": landmass,
        }
    )


def places(*km: float) -> pd.DataFrame:
    return pd.DataFrame(
        {"x_m": [100_000 + 1000 * at for at in km], "y_m": 6_800_000.0, "landmass": "continent"}
    )


def squares(*rows: tuple[str, float, float], side: int = 200) -> pd.DataFrame:
    """Make squares along a road, from (commune, km, people), already in Lambert-93."""
    codes, km, people = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "id": [f"c{row}" for row in range(len(rows))],
            "code_insee": codes,
            "people": people,
            "epsg": 2154,
            "x_m": [100_000 + 1000 * at for at in km],
            "y_m": 6_800_000.0,
            "size_m": side,
        }
    )


def placed(table: pd.DataFrame, *codes: str) -> Squares:
    return place_squares(table, communes(*codes), TRAVEL)


def time(km: float) -> float:
    return float(2 + 60 * 1.3 * max(km, FLOOR) / 45)


def test_the_time_of_a_commune_is_the_mean_of_its_people() -> None:
    table = squares(("29001", 0, 30), ("29001", 9, 10), ("29002", 3, 5), ("56001", 1, 9))
    here = communes("29001", "29002")
    model = FromSquares(placed(table, "29001", "29002"), CrowFly(TRAVEL))
    found = model.nearest(here, places(0), np.array([1.0, 1.0]))
    assert found.minutes[0] == pytest.approx((30 * time(0) + 10 * time(9)) / 40)
    assert found.minutes[1] == pytest.approx(time(3))
    assert found.from_km.tolist() == [False, False]
    assert found.position.tolist() == [0, 0]


def test_a_commune_without_an_inhabited_square_keeps_its_point() -> None:
    here = communes("29001", "29002")
    model = FromSquares(placed(squares(("29001", 9, 0)), "29001", "29002"), CrowFly(TRAVEL))
    by_point = CrowFly(TRAVEL).nearest(here, places(5), np.ones(2))
    found = model.nearest(here, places(5), np.ones(2))
    assert found.minutes.tolist() == by_point.minutes.tolist()
    assert found.from_km.all()


def test_people_beyond_a_time_are_counted_and_not_communes() -> None:
    table = squares(("29001", 0, 30), ("29001", 12, 10))
    share = share_beyond(placed(table, "29001", "29002"), places(0), TRAVEL, 20)
    assert share[0] == 0.25
    assert np.isnan(share[1])


def test_a_square_is_not_at_no_distance_of_its_own_place() -> None:
    one, other = (placed(squares(("29001", 0, 1), side=side), "29001") for side in (200, 1000))
    near, far = (square_minutes(one_of, places(0), TRAVEL)[0] for one_of in (one, other))
    assert 2 < near < far < 3


def test_water_is_not_crossed() -> None:
    island = communes("29155", landmass="Ouessant")
    found = place_squares(squares(("29155", 0, 5)), island, TRAVEL)
    assert np.isinf(square_minutes(found, places(0), TRAVEL)).all()
    assert share_beyond(found, places(0), TRAVEL, 20).tolist() == [1]


def test_squares_are_brought_to_the_projection_of_their_commune() -> None:
    origin = squares(("60159", 0, 85.5)).assign(epsg=3035, x_m=4_321_000.0, y_m=3_210_000.0)
    found = placed(origin, "60159")
    expected = gpd.GeoSeries.from_xy([10], [52], crs=4326).to_crs(2154)
    assert (found.points.x[0], found.points.y[0]) == pytest.approx((expected.x[0], expected.y[0]))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 50)), min_size=1, max_size=8))
def test_the_mean_lies_between_the_times_and_one_square_is_a_point(
    rows: list[tuple[int, int]],
) -> None:
    found = placed(squares(*(("29001", km, people) for km, people in rows)), "29001")
    times = square_minutes(found, places(3), TRAVEL)
    mean = found.mean(times)[0]
    assert times.min() - 1e-9 <= mean <= times.max() + 1e-9
    share = share_beyond(found, places(3), TRAVEL, 20)[0]
    assert share == pytest.approx(
        sum(people for km, people in rows if time(abs(km - 3)) > 20)
        / sum(people for _, people in rows)
    )

"""Roads: three estimates, and the same ground on each of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.planning.grounds.ground import GroundPoints
from carto.planning.siting.roads import on_roads, roads_of
from carto.verdict.parameters import Robustness, Travel
from tests.carto.planning.small_ground import small_ground

SLOW, CENTRAL, FAST = roads_of(Travel(), Robustness())


def test_the_slow_wind_and_the_fast_are_straight() -> None:
    assert (SLOW.travel.detour, SLOW.travel.speed_kmh) == (1.45, 38.0)
    assert CENTRAL.travel == Travel()
    assert (FAST.travel.detour, FAST.travel.speed_kmh) == (1.2, 52.0)


@pytest.mark.parametrize("roads", [SLOW, CENTRAL, FAST])
def test_times_are_those_that_the_estimate_gives_on_these_roads(roads: object) -> None:
    ground = small_ground()
    travel = roads.travel  # type: ignore[attr-defined]
    other = on_roads(ground, travel)
    places = ground.points.take(np.searchsorted(ground.codes, ground.place_communes))
    assert other.minutes == pytest.approx(other.minutes_to(places))
    assert other.nearest_min == pytest.approx(other.minutes.min(axis=1))
    assert other.travel == travel


def test_what_no_road_leads_to_stays_out_of_reach() -> None:
    ground = small_ground()
    lands = ground.points.landmass.copy()
    lands[3] = "Île"
    apart = GroundPoints(ground.points.x, ground.points.y, lands)
    minutes = ground.minutes.copy()
    minutes[:, 2] = np.inf
    alone = replace(ground, points=apart, minutes=minutes)
    assert np.isinf(on_roads(alone, SLOW.travel).minutes[:, 2]).all()


def test_a_time_of_a_table_under_the_fixed_part_stays_a_time() -> None:
    ground = small_ground()
    listed = replace(ground, minutes=np.zeros_like(ground.minutes), nearest_min=np.zeros(5))
    slow = on_roads(listed, SLOW.travel)
    assert slow.minutes.min() == 0
    assert slow.nearest_min.min() == 0

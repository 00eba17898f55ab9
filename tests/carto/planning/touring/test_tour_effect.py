"""A tour on a line of communes: distances known by hand, people brought nearer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.planning.touring.tour_effect import TourQuestion, reachable_stops, tour_effect, tour_on
from tests.carto.planning.small_ground import small_ground

QUESTION = TourQuestion("29001", ("29002", "29003"), 7.0)


def test_kilometres_are_by_road() -> None:
    tour = tour_on(small_ground(), QUESTION)
    assert [day.stops for day in tour.days] == [(1, 2)]
    assert tour.km_week == pytest.approx(40 * 1.3)
    # Three legs, two minutes to start each of them.
    assert tour.minutes_week == pytest.approx(3 * 2 + 40 * 1.3 * 60 / 45)


def test_two_half_days_in_one_commune_need_no_road_between() -> None:
    tour = tour_on(small_ground(), TourQuestion("29001", ("29002",), 7.0, half_days=2))
    assert tour.days[0].stops == (1, 1)
    assert tour.minutes_week == pytest.approx(2 * 2 + 20 * 1.3 * 60 / 45)


def test_who_is_near_a_place_or_a_stop() -> None:
    ground = small_ground()
    effect = tour_effect(ground, QUESTION, tour_on(ground, QUESTION))
    # Ville and Port have a place; Bourg and Hameau get a stop; Ailleurs is not counted.
    assert effect.within_before[15.0] == 8200
    assert effect.within_after[15.0] == effect.people == 9700


def test_hours_move_out_of_the_base() -> None:
    ground = small_ground()
    effect = tour_effect(ground, QUESTION, tour_on(ground, QUESTION))
    assert effect.outside_before == pytest.approx(14 / 56)
    assert effect.outside_after == pytest.approx(21 / 63)


def test_without_any_place_there_is_no_share_before() -> None:
    ground = small_ground(places=())
    effect = tour_effect(ground, QUESTION, tour_on(ground, QUESTION))
    assert np.isnan(effect.outside_before)
    assert effect.outside_after == 1
    assert effect.within_before[20.0] == 0


def test_a_stop_across_the_water_is_not_reachable() -> None:
    ground = small_ground()
    landmass = ground.points.landmass.copy()
    landmass[2] = "Île"
    ground = replace(ground, points=replace(ground.points, landmass=landmass))
    assert reachable_stops(ground, "29001", ("29002", "29003")) == ("29002",)

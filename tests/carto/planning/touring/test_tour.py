"""A travelling permanence: days, order, kilometres, hours."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from numpy.typing import NDArray

from carto.planning.touring.tour import HALF_DAY_H, MOST_WEIGHED, plan_tour

Floats = NDArray[np.float64]


def apart(count: int, seed: int) -> Floats:
    points = np.random.default_rng(seed).uniform(0, 30, (count, 2))
    return np.asarray(np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)))


def shortest_by_hand(km: Floats) -> float:
    """Try every order of the stops, two by two."""
    best = np.inf
    for order in permutations(range(1, len(km))):
        days = [order[at : at + 2] for at in range(0, len(order), 2)]
        best = min(
            best,
            sum(
                km[0, day[0]] + km[day[:-1], day[1:]].sum() + km[day[-1], 0]
                for day in map(list, days)
            ),
        )
    return float(best)


@pytest.mark.parametrize("stops", [1, 2, 5, 6])
def test_no_way_of_making_up_days_is_shorter(stops: int) -> None:
    km = apart(stops + 1, seed=stops)
    tour = plan_tour(km, km, HALF_DAY_H * stops)
    assert tour.is_exact
    assert sum(day.km for day in tour.days) == pytest.approx(shortest_by_hand(km))


def test_every_stop_is_visited_as_often_as_asked() -> None:
    km = apart(6, seed=3)
    tour = plan_tour(km, km, 35, half_days=2)
    visited = [stop for day in tour.days for stop in day.stops]
    assert sorted(visited) == sorted([1, 2, 3, 4, 5] * 2)
    assert tour.hours_each == 2 * HALF_DAY_H
    assert tour.hours_left == 0


def test_a_round_that_does_not_fit_in_a_week_takes_several() -> None:
    km = apart(8, seed=4)
    tour = plan_tour(km, km, 2 * HALF_DAY_H)
    assert tour.weeks == 4
    assert [day.week for day in tour.days] == [1, 2, 3, 4]
    assert tour.hours_each == HALF_DAY_H / 4
    assert tour.km_week == pytest.approx(sum(day.km for day in tour.days) / 4)
    assert tour.hours_each * 7 + tour.hours_left == pytest.approx(2 * HALF_DAY_H)


def test_hours_that_make_no_half_day_are_left() -> None:
    km = apart(3, seed=5)
    assert plan_tour(km, km, 8.0).hours_left == 1.0
    with pytest.raises(ValueError, match="less than a half-day"):
        plan_tour(km, km, 3.0)


def test_many_visits_are_paired_nearly_as_well() -> None:
    km = apart(MOST_WEIGHED + 1, seed=6)
    exact = plan_tour(km, km, 35)
    doubled = plan_tour(km, km, 35, half_days=2)
    assert exact.is_exact
    assert not doubled.is_exact
    # Twice each: a whole day at each stop, or better.
    assert sum(day.km for day in doubled.days) <= 2 * km[0].sum() + 1e-9
    assert len(doubled.days) == MOST_WEIGHED


def test_a_stop_across_the_water_is_refused() -> None:
    km = apart(3, seed=7)
    km[2, :] = km[:, 2] = np.inf
    with pytest.raises(ValueError, match="by road"):
        plan_tour(km, km, 7)


def test_the_same_question_has_the_same_answer() -> None:
    km = np.array([[0.0, 5, 5, 5], [5, 0, 5, 5], [5, 5, 0, 5], [5, 5, 5, 0]])
    assert [day.stops for day in plan_tour(km, km, 10.5).days] == [(1, 2), (3,)]

"""A travelling permanence: which communes on which day, in which order, over how many kilometres.

Hours a week are hours with the public, held by half-days of 3.5 hours. A day has two of them, in
two communes or in one: base → morning → afternoon → base. Days are made up so that kilometres are
least. When a week has too few half-days for every stop, the round takes several weeks.

What is not known to it: who drives, when rooms are free, lunch, the ferry, the road itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import ceil

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Visits, by position among the stops, that make up a day.
Visits = tuple[int, ...]

HALF_DAY_H = 3.5
# Up to so many half-days, every way of making up days is weighed.
MOST_WEIGHED = 16
BASE = 0


@dataclass(frozen=True)
class Day:
    """A day on the road.

    Attributes
    ----------
    week
        Which week of the round, from 1 on.
    stops
        Positions of the stops in the order of the day, one per half-day.
    km, minutes
        From the base and back.
    """

    week: int
    stops: Visits
    km: float
    minutes: float


@dataclass(frozen=True)
class Tour:
    """A round, made again and again.

    Attributes
    ----------
    days
        In their order; none when nothing was to be visited.
    weeks
        How many weeks the round takes.
    hours_each
        Hours a week at each stop, on average over the round.
    hours_left
        Hours a week that the round does not use.
    is_exact
        Whether no other way of making up the days is shorter.
    """

    days: tuple[Day, ...]
    weeks: int
    hours_each: float
    hours_left: float
    is_exact: bool

    @property
    def km_week(self) -> float:
        """Kilometres a week, on average over the round."""
        return sum(day.km for day in self.days) / self.weeks

    @property
    def minutes_week(self) -> float:
        """Minutes on the road a week, on average over the round."""
        return sum(day.minutes for day in self.days) / self.weeks


def plan_tour(km: Floats, minutes: Floats, hours_week: float, half_days: int = 1) -> Tour:
    """Make up the days of a round.

    Parameters
    ----------
    km, minutes
        From each to each, the base first, then the stops; symmetrical.
    hours_week
        Hours with the public, one half-day at least.
    half_days
        Half-days at each stop in a round.

    Raises
    ------
    ValueError
        When a week has no whole half-day, or a stop cannot be reached by road.

    Examples
    --------
    >>> along = np.abs(np.subtract.outer([0.0, 10, 12, -8], [0.0, 10, 12, -8]))
    >>> tour = plan_tour(along, along, 14)
    >>> [(day.week, day.stops, day.km) for day in tour.days], tour.weeks, tour.hours_left
    ([(1, (1, 2), 24.0), (1, (3,), 16.0)], 1, 3.5)
    """
    a_week = int(hours_week // HALF_DAY_H)
    if a_week < 1:
        raise ValueError(f"{hours_week} hours a week are less than a half-day.")
    if not np.isfinite(km).all():
        raise ValueError("A stop cannot be reached by road.")
    visits = tuple(stop for stop in range(1, len(km)) for _ in range(half_days))
    weeks = max(1, ceil(len(visits) / a_week))
    is_exact = len(visits) <= MOST_WEIGHED
    made_up = _shortest(visits, km) if is_exact else _improved(_by_savings(visits, km), km)
    days, done = [], 0
    for stops in sorted((_in_order(day, km) for day in made_up), key=lambda day: (-len(day), day)):
        week = min(done // a_week, weeks - 1) + 1
        days.append(Day(week, stops, _length(stops, km), _length(stops, minutes)))
        done += len(stops)
    return Tour(
        tuple(days),
        weeks,
        hours_each=HALF_DAY_H * half_days / weeks,
        hours_left=hours_week - HALF_DAY_H * len(visits) / weeks,
        is_exact=is_exact,
    )


def _length(stops: Visits, cost: Floats) -> float:
    """Cost of a day from the base and back."""
    path = (BASE, *stops, BASE)
    return float(cost[path[:-1], path[1:]].sum())


def _in_order(stops: Visits, km: Floats) -> Visits:
    """Start a day with the stop that is nearest to the base; both ways are as long."""
    return tuple(sorted(stops, key=lambda stop: (km[BASE, stop], stop)))


def _shortest(visits: Visits, km: Floats) -> list[Visits]:
    """Make up the fewest days, then the shortest: each way of pairing visits is weighed once."""

    @cache
    def best(left: int) -> tuple[int, float, tuple[Visits, ...]]:
        if not left:
            return 0, 0.0, ()
        first = (left & -left).bit_length() - 1
        rest = left & ~(1 << first)
        others = [other for other in range(first + 1, len(visits)) if rest >> other & 1]
        found = []
        for other in (*others, None):
            day = (visits[first],) if other is None else (visits[first], visits[other])
            count, length, days = best(rest if other is None else rest & ~(1 << other))
            found.append((count + 1, length + _length(day, km), (day, *days)))
        return min(found, key=lambda one: (one[0], round(one[1], 6)))

    return list(best((1 << len(visits)) - 1)[2])


def _by_savings(visits: Visits, km: Floats) -> list[Visits]:
    """Pair the visits that save most when made on one day (Clarke and Wright, 1964)."""
    saved = sorted(
        (
            (-(km[BASE, one] + km[BASE, other] - km[one, other]), first, second)
            for (first, one), (second, other) in combinations(enumerate(visits), 2)
        ),
    )
    days, is_free = [], [True] * len(visits)
    for _, first, second in saved:
        if is_free[first] and is_free[second]:
            days.append((visits[first], visits[second]))
            is_free[first] = is_free[second] = False
    return [*days, *((visit,) for visit, free in zip(visits, is_free, strict=True) if free)]


def _improved(days: Sequence[Visits], km: Floats) -> list[Visits]:
    """Swap visits between two days as long as that makes the round shorter."""
    days = list(days)
    is_better = True
    while is_better:
        is_better = False
        for one, other in combinations(range(len(days)), 2):
            best = min(_swaps(days[one], days[other]), key=lambda pair: _both(pair, km))
            if _both(best, km) < _both((days[one], days[other]), km) - 1e-9:
                days[one], days[other] = best
                is_better = True
    return days


def _both(pair: tuple[Visits, Visits], km: Floats) -> float:
    """Length of two days."""
    return _length(pair[0], km) + _length(pair[1], km)


def _swaps(one: Visits, other: Visits) -> list[tuple[Visits, Visits]]:
    """Every way to exchange a visit of a day for one of another."""
    return [
        (
            (*one[:here], other[there], *one[here + 1 :]),
            (*other[:there], one[here], *other[there + 1 :]),
        )
        for here in range(len(one))
        for there in range(len(other))
    ]

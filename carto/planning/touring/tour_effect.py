"""A tour on a ground: its roads, and what it changes for those who live there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.measures.crow_fly_time import minutes as crow_fly_minutes
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.grounds.ground import Ground
from carto.planning.touring.tour import Tour, plan_tour

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

WITHIN_MIN = (15.0, 20.0)


@dataclass(frozen=True)
class TourQuestion:
    """What is asked.

    Attributes
    ----------
    base
        Code of the commune that each day starts from and ends in, usually the ville-centre.
    stops
        Codes of the communes to visit, once each, the base not among them.
    hours_week
        Hours a week with the public.
    half_days
        Half-days at each stop in a round.
    """

    base: str
    stops: tuple[str, ...]
    hours_week: float
    half_days: int = 1


@dataclass(frozen=True)
class TourEffect:
    """What a tour changes in the perimeter.

    Attributes
    ----------
    within_before, within_after
        People who live within so many minutes of a place, and of a place or a stop.
    people
        Inhabitants of the communes whose population is known.
    outside_before, outside_after
        Share of the hours that are held outside the base; NaN without any hour.
    """

    within_before: Mapping[float, float]
    within_after: Mapping[float, float]
    people: float
    outside_before: float
    outside_after: float


def reachable_stops(ground: Ground, base: str, stops: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the stops that a road leads to from the base."""
    km = ground.points.km_to(ground.points)[_positions(ground, (base,))[0]]
    found = dict(zip(stops, km[_positions(ground, stops)], strict=True))
    return tuple(stop for stop in stops if np.isfinite(found[stop]))


def tour_on(ground: Ground, question: TourQuestion) -> Tour:
    """Make up the days of a tour, on roads estimated from crow-fly distances.

    Parameters
    ----------
    ground
        Where the communes are.
    question
        Every commune of it lies on the ground; `reachable_stops` all of them.

    Returns
    -------
    Tour
        Stops are positions from 1 on in `question.stops`; kilometres are by road.
    """
    points = ground.points
    here = _positions(ground, (question.base, *question.stops))
    crow_fly = points.km_to(points)[np.ix_(here, here)]
    minutes = crow_fly_minutes(crow_fly, np.zeros(1), ground.travel)
    # One who stays where they are does not drive.
    minutes[crow_fly == 0] = 0
    return plan_tour(
        crow_fly * ground.travel.detour, minutes, question.hours_week, question.half_days
    )


def tour_effect(ground: Ground, question: TourQuestion, tour: Tour) -> TourEffect:
    """Say what a tour changes: who is near a place, and where the hours are held."""
    stops = _positions(ground, question.stops)
    to_stops = ground.minutes_between()[:, stops].min(axis=1, initial=np.inf)
    people = np.where(ground.is_inside, np.nan_to_num(ground.people), 0.0)
    before, after = ground.nearest_min, np.minimum(ground.nearest_min, to_stops)
    is_inside = np.isin(ground.place_communes, ground.codes[ground.is_inside])
    hours = np.where(is_inside, ground.hours, 0.0)
    outside = float(hours[ground.place_communes != question.base].sum())
    added = tour.hours_each * len(stops) * WEEKS_PER_YEAR
    return TourEffect(
        within_before=_within(before, people),
        within_after=_within(after, people),
        people=float(people.sum()),
        outside_before=_share(outside, float(hours.sum())),
        outside_after=_share(outside + added, float(hours.sum()) + added),
    )


def _positions(ground: Ground, codes: tuple[str, ...]) -> Integers:
    """Positions of communes of the ground."""
    return np.searchsorted(ground.codes, np.array(codes, dtype=ground.codes.dtype))


def _within(minutes: Floats, people: Floats) -> dict[float, float]:
    """Count people by how far they are at most."""
    return {limit: float(people[minutes <= limit].sum()) for limit in WITHIN_MIN}


def _share(part: float, whole: float) -> float:
    """Share of a whole; NaN of nothing."""
    return part / whole if whole else float("nan")

"""What remains when places go or hours shrink: who is farther, who has fewer hours in reach.

Times and accessibility move as those of a scenario do (`carto.planning.scenarios.effect`): the same
withdrawal gives the same figures in both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.closing.closure import Stakes
from carto.planning.grounds.access import access, chosen
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import LEAST_ACCESS, LEAST_MINUTES

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Loss:
    """What is lost, commune by commune.

    Attributes
    ----------
    before, after
        Minutes to the nearest place, shape (n,); infinite when no road leads to one.
    added
        Minutes that the trip to it grows by, infinite when none is left; shape (n,).
    access_before, access_after
        Hours a week within reach per 1,000 inhabitants, shape (n,); NaN where nobody is known.
    hours_before, hours_after
        Hours a week of the places of the perimeter.
    people
        Inhabitants; 0 where unknown.
    is_inside
        Which communes are in the perimeter.
    """

    before: Floats
    after: Floats
    added: Floats
    access_before: Floats
    access_after: Floats
    hours_before: float
    hours_after: float
    people: Floats
    is_inside: Bools

    @property
    def is_farther(self) -> Bools:
        """Communes whose nearest place is farther, around the perimeter too."""
        return self.added > LEAST_MINUTES

    @property
    def has_less(self) -> Bools:
        """Communes with fewer hours within reach, around the perimeter too."""
        return self.access_before - self.access_after >= LEAST_ACCESS

    @property
    def people_farther(self) -> float:
        """People whose nearest place is farther."""
        return float(self.people[self.is_farther].sum())

    @property
    def people_with_less(self) -> float:
        """People with fewer hours within reach."""
        return float(self.people[self.has_less].sum())

    @property
    def mean_added(self) -> float:
        """Mean of the minutes that their trips grow by; NaN without any.

        Those who have no place left are not in it: `people_cut_off` counts them.
        """
        longer = self.is_farther & np.isfinite(self.added)
        weight = self.people[longer]
        return float(weight @ self.added[longer] / weight.sum()) if weight.sum() else float("nan")

    @property
    def people_cut_off(self) -> float:
        """People whom no road leads to a place any more."""
        return float(self.people[np.isinf(self.added)].sum())

    def people_beyond(self, limit: float) -> tuple[float, float]:
        """People of the perimeter farther than a time from a place, before and after."""
        inside = np.where(self.is_inside, self.people, 0.0)
        return float(inside[self.before > limit].sum()), float(inside[self.after > limit].sum())

    def people_under(self, least: float) -> tuple[float, float]:
        """People of the perimeter with fewer hours within reach than some, before and after."""
        inside = np.where(self.is_inside, self.people, 0.0)
        before, after = self.access_before < least, self.access_after < least
        return float(inside[before].sum()), float(inside[after].sum())


def is_place_inside(ground: Ground) -> Bools:
    """Tell the places that lie in the perimeter."""
    return np.isin(ground.place_communes, ground.codes[ground.is_inside])


def stakes_of(ground: Ground, reference: float) -> Stakes:
    """Say what may be lost on a ground.

    Parameters
    ----------
    ground
        Today.
    reference
        Hours a week within reach per 1,000 inhabitants under which some are missing.
    """
    demand = np.nan_to_num(ground.demand)
    weights = chosen(ground.weights) if ground.catchment.method == "3sfca" else ground.weights
    in_reach = demand @ weights
    each = np.divide(ground.hours, in_reach, out=np.zeros(len(in_reach)), where=in_reach > 0)
    brought = demand[:, None] * weights * each / WEEKS_PER_YEAR
    return Stakes(
        minutes=ground.minutes,
        people=ground.people,
        may_close=is_place_inside(ground),
        brought=brought,
        spare=np.maximum(brought.sum(axis=1) - demand * reference / 1000, 0),
    )


def withdrawal(ground: Ground, places: Integers) -> Loss:
    """Withdraw some places.

    Parameters
    ----------
    ground
        Today.
    places
        Positions of the places that go.
    """
    kept = np.full(len(ground.hours), True)
    kept[places] = False
    return _loss(ground, kept, np.where(kept, ground.hours, 0.0))


def reduction(ground: Ground, share: float) -> Loss:
    """Reduce the hours of every place of the perimeter by a share (0–1); none goes."""
    left = np.where(is_place_inside(ground), 1 - share, 1.0)
    return _loss(ground, np.full(len(ground.hours), True), ground.hours * left)


def nearest_left(ground: Ground, places: Integers) -> Integers:
    """Position of the nearest place of each commune once some went; -1 when none is reached."""
    minutes = ground.minutes.copy()
    minutes[:, places] = np.inf
    if not minutes.shape[1]:
        return np.full(len(minutes), -1)
    return np.where(np.isfinite(minutes.min(axis=1)), minutes.argmin(axis=1), -1)


def _loss(ground: Ground, kept: Bools, hours: Floats) -> Loss:
    """Measure what the places that are kept, with their hours, leave."""
    first = ground.minutes.min(axis=1, initial=np.inf)
    last = ground.minutes[:, kept].min(axis=1, initial=np.inf)
    published = ground.nearest_min
    inside = is_place_inside(ground)
    return Loss(
        before=published,
        after=np.where(last > first, np.maximum(published, last), published),
        added=np.where(last > first, last - np.where(last > first, first, 0), 0.0),
        access_before=_access(ground, ground.weights, ground.hours),
        access_after=_access(ground, np.where(kept, ground.weights, 0.0), hours),
        hours_before=float(ground.hours[inside].sum()) / WEEKS_PER_YEAR,
        hours_after=float(hours[inside].sum()) / WEEKS_PER_YEAR,
        people=np.nan_to_num(ground.people),
        is_inside=ground.is_inside,
    )


def _access(ground: Ground, weights: Floats, hours: Floats) -> Floats:
    """Hours within reach, the highest that they can be."""
    known, method = ground.is_known_around, ground.catchment.method
    return access(weights, ground.demand, hours, known, method).high

"""Trips to the nearest place, those of today and those that would open.

Three questions are read off them: the mean trip, the people beyond a radius, the longest trip. A
candidate holds one place at most; a commune is counted or not, and unknown people weigh nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from carto.planning.siting.greedy import GreedyPath
from carto.planning.siting.location import Siting, max_cover, p_median
from carto.planning.siting.problem import NEAR, Answered, Problem
from carto.planning.solver import NoAnswerError

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Trips:
    """Trips of n communes to m candidates.

    Attributes
    ----------
    minutes
        Time to each candidate, shape (n, m); infinite when there is no way.
    today
        Time to the nearest place of today; infinite without one.
    people
        What each commune weighs; 0 where it does not count, or is not known.
    is_inside
        Which communes are in the perimeter.
    """

    minutes: Floats
    today: Floats
    people: Floats
    is_inside: Bools

    most_each = 1
    is_submodular = True
    near = NEAR

    @property
    def size(self) -> int:
        """Number of candidates."""
        return int(self.minutes.shape[1])

    def nearest(self, counts: Integers) -> Floats:
        """Time to the nearest place, once these have opened."""
        new: Floats = self.minutes[:, counts > 0].min(axis=1, initial=np.inf)
        return np.minimum(self.today, new)

    def nearest_with(self, counts: Integers) -> Floats:
        """Time to the nearest place if one more opened at each candidate, shape (n, m)."""
        return np.minimum(self.nearest(counts)[:, None], self.minutes)

    def helped(self, position: int) -> Bools:
        """Communes that are nearer to a candidate than to any place of today."""
        return (self.people > 0) & (self.minutes[:, position] < self.today)

    def split(self, losses: Floats) -> tuple[float, float]:
        """Sum losses of communes in the perimeter, and around."""
        return float(losses[self.is_inside].sum()), float(losses[~self.is_inside].sum())

    @cached_property
    def path(self) -> GreedyPath:
        """Places opened one after the other."""
        return GreedyPath(cast("Problem", self))

    def opened(self, found: Siting) -> Integers:
        """Count what an answer opens at each candidate."""
        counts = np.zeros(self.size, dtype=np.int64)
        counts[found.chosen] = 1
        return counts


class MeanTrip(Trips):
    """Open places so that the mean trip is shortest; losses are person-minutes.

    A commune that nothing reaches today stands as far as the farthest candidate; one that nothing
    reaches at all is left out.
    """

    def parts(self, counts: Integers) -> tuple[float, float]:
        """Person-minutes in the perimeter, and around."""
        return self.split(self._weights * self._bounded(self.nearest(counts)))

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:  # noqa: ARG002 - one place
        """Person-minutes if one more opened at each candidate."""
        weights, (commune, candidate, minutes) = self._weights, self._pairs
        now = self._bounded(self.nearest(counts))
        saved = weights[commune] * np.maximum(now[commune] - minutes, 0)
        losses: Floats = weights @ now - np.bincount(candidate, saved, self.size)
        return losses

    def best(self, count: int, limit_s: float) -> Answered:
        """Find the places that make the mean trip shortest."""
        try:
            found = p_median(self.minutes, self._weights, count, self.today, limit_s)
        except NoAnswerError:
            return Answered(self.path.steps(count)[-1], -np.inf, is_best=False)
        return Answered(self.opened(found), found.bound, found.gap == 0)

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find the `count` places that make the mean trip shortest."""
        return self.best(count, limit_s)

    @cached_property
    def _weights(self) -> Floats:
        """People of the communes that something reaches, or may reach."""
        reached = np.isfinite(self.today) | np.isfinite(self.minutes).any(axis=1)
        return np.where(reached, self.people, 0.0)

    @cached_property
    def _pairs(self) -> tuple[Integers, Integers, Floats]:
        """Commune, candidate that is nearer than any place of today, and the time between."""
        today = np.where(self._weights > 0, self._bounded(self.today), 0.0)
        commune, candidate = np.nonzero(self.minutes < today[:, None])
        return commune, candidate, self.minutes[commune, candidate]

    def _bounded(self, minutes: Floats) -> Floats:
        """Keep times finite: the farthest candidate stands for no place at all."""
        return np.where(np.isfinite(minutes), minutes, self._farthest)

    @cached_property
    def _farthest(self) -> float:
        """Time to the farthest candidate."""
        return float(self.minutes[np.isfinite(self.minutes)].max(initial=0.0))


@dataclass(frozen=True, eq=False)
class MostCovered(Trips):
    """Open places so that most people have one within a radius; losses are people beyond it.

    Attributes
    ----------
    radius_min
        Minutes.
    """

    radius_min: float

    def parts(self, counts: Integers) -> tuple[float, float]:
        """People beyond the radius in the perimeter, and around."""
        return self.split(self._beyond(counts))

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:  # noqa: ARG002 - one place
        """People beyond the radius if one more opened at each candidate."""
        beyond, (commune, candidate) = self._beyond(counts), self._pairs
        losses: Floats = beyond.sum() - np.bincount(candidate, beyond[commune], self.size)
        return losses

    def helped(self, position: int) -> Bools:
        """Communes beyond the radius today, and within it of a candidate."""
        is_far = (self.people > 0) & (self.today > self.radius_min)
        return is_far & (self.minutes[:, position] <= self.radius_min)

    def best(self, count: int, limit_s: float) -> Answered:
        """Find the places that cover most people."""
        try:
            found = max_cover(
                self.minutes, self.people, count, self.radius_min, self.today, limit_s
            )
        except NoAnswerError:
            return Answered(self.path.steps(count)[-1], -np.inf, is_best=False)
        total = float(self.people.sum())
        return Answered(self.opened(found), total - found.bound, found.gap == 0)

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find the `count` places that cover most people."""
        return self.best(count, limit_s)

    @cached_property
    def _pairs(self) -> tuple[Integers, Integers]:
        """Commune beyond the radius today, and candidate within it."""
        is_far = self.today > self.radius_min
        commune, candidate = np.nonzero(is_far[:, None] & (self.minutes <= self.radius_min))
        return commune, candidate

    def _beyond(self, counts: Integers) -> Floats:
        """People beyond the radius in each commune, once these have opened."""
        commune, candidate = self._pairs
        beyond = np.where(self.today > self.radius_min, self.people, 0.0)
        beyond[commune[counts[candidate] > 0]] = 0
        return beyond

"""Questions about everybody: the fewest places within a radius of all, and the longest trip.

Each commune counts as one, whatever its people: one of unknown population counts too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from carto.planning.siting.covering import fewest_places, p_center
from carto.planning.siting.problem import Answered
from carto.planning.siting.trips import Bools, Floats, Integers, MostCovered, Trips
from carto.planning.solver import NoAnswerError


@dataclass(frozen=True, eq=False)
class AllCovered(Trips):
    """Open the fewest places so that all have one within a radius; losses are communes beyond it.

    Attributes
    ----------
    radius_min
        Minutes.
    """

    radius_min: float

    # All is all: a plan that leaves one commune out is no equivalent.
    near = 0.0
    is_submodular = False

    def parts(self, counts: Integers) -> tuple[float, float]:
        """Communes beyond the radius in the perimeter, and around."""
        return self._each.parts(counts)

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:
        """Communes beyond the radius if one more opened at each candidate."""
        return self._each.losses_with(counts, more)

    def helped(self, position: int) -> Bools:
        """Communes beyond the radius today, and within it of a candidate."""
        return self._each.helped(position)

    def best(self, count: int, limit_s: float) -> Answered:
        """Find the fewest places that leave nobody beyond the radius but those nothing reaches."""
        counted = self.people > 0
        costs, today = self.minutes[counted], self.today[counted]
        try:
            found = fewest_places(costs, self.radius_min, today, limit_s)
        except NoAnswerError:
            return Answered(self.path.steps(count)[-1], 0.0, is_best=False)
        return Answered(self.opened(found), found.bound, found.gap == 0)

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find the `count` places that serve most communes."""
        return self._each.best(count, limit_s)

    @cached_property
    def _each(self) -> MostCovered:
        """The same trips, where each commune that counts weighs one."""
        each = (self.people > 0).astype(float)
        return MostCovered(self.minutes, self.today, each, self.is_inside, self.radius_min)


class LongestTrip(Trips):
    """Open places so that the longest trip is shortest; losses are minutes.

    Communes that nothing reaches at all are left out.
    """

    is_submodular = False

    def parts(self, counts: Integers) -> tuple[float, float]:
        """Longest trip; it is not parted between the perimeter and around."""
        return float(self.nearest(counts)[self._counted].max(initial=0.0)), 0.0

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:  # noqa: ARG002 - one place
        """Longest trip if one more opened at each candidate."""
        losses: Floats = self.nearest_with(counts)[self._counted].max(axis=0, initial=0.0)
        return losses

    def best(self, count: int, limit_s: float) -> Answered:
        """Find the places that make the longest trip shortest.

        Raises
        ------
        TooFewPlacesError
            When so few places cannot serve all that can be served.
        """
        costs, today = self.minutes[self._counted], self.today[self._counted]
        try:
            found = p_center(costs, count, today, limit_s)
        except NoAnswerError:
            return Answered(self.path.steps(count)[-1], 0.0, is_best=False)
        return Answered(self.opened(found), found.bound, found.gap == 0)

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find the `count` places that make the longest trip shortest."""
        return self.best(count, limit_s)

    @cached_property
    def _counted(self) -> Bools:
        """Communes that count, and that something reaches or may reach."""
        reached = np.isfinite(self.today) | np.isfinite(self.minutes).any(axis=1)
        return (self.people > 0) & reached

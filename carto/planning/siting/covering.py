"""Places that serve everybody: two classical questions, solved exactly.

    LSCP        fewest places with everybody within a radius           (Toregas et al., 1971)
    p-center    N places with the longest trip shortest                (bisection on the LSCP)

Costs and places of today are those of `carto.planning.siting.location`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.planning.deadline import Deadline
from carto.planning.siting.location import LIMIT_S, Siting, cost_today, opened
from carto.planning.solver import NoAnswerError, Program, minimise

Floats = NDArray[np.float64]

# A bound on a number of places is rounded to the next whole one, but for the rounding of sums.
_ALMOST = 1e-6


class TooFewPlacesError(ValueError):
    """So few places cannot serve all that can be served.

    Parameters
    ----------
    needed
        How many it takes.
    count
        How many may open.
    """

    def __init__(self, needed: int, count: int) -> None:
        super().__init__(f"It takes {needed} places to serve all, and {count} may open.")
        self.needed = needed


def fewest_places(
    costs: ArrayLike,
    radius: float,
    today: ArrayLike | None = None,
    limit_s: float = LIMIT_S,
    *,
    break_ties: bool = True,
) -> Siting:
    """Open the fewest places so that every demand has one within the radius (LSCP).

    Parameters are those of `max_cover`. With `break_ties`, of several answers of as few places one
    whose positions have the least sum: on 500 communes without any place of today, 26 s rather
    than 4.

    Examples
    --------
    >>> found = fewest_places([[0, 5, 9], [5, 0, 4], [9, 4, 0]], radius=5)
    >>> found.chosen.tolist(), found.objective
    ([1], 1.0)
    """
    cost = np.asarray(costs, dtype=float)
    waiting = cost_today(cost, today) > radius
    coverable = (cost <= radius).any(axis=1)
    demand, candidate = np.nonzero(cost[waiting & coverable] <= radius)
    size = cost.shape[1]
    program = Program(
        # All that breaks ties is together less than one place.
        cost=1 + break_ties * np.arange(size) / (size * (size + 1)),
        whole=size,
        row=demand,
        column=candidate,
        value=np.ones(len(demand)),
        lower=np.ones(np.count_nonzero(waiting & coverable)),
        upper=np.full(np.count_nonzero(waiting & coverable), np.inf),
    )
    answer = minimise(program, limit_s)
    chosen = opened(answer, size)
    bound = float(np.floor(answer.least + _ALMOST))
    return Siting(
        chosen, float(len(chosen)), answer.gap, bound, np.flatnonzero(waiting & ~coverable)
    )


def p_center(
    costs: ArrayLike, count: int, today: ArrayLike | None = None, limit_s: float = LIMIT_S
) -> Siting:
    """Open `count` places so that the longest cost to the nearest place is least.

    By bisection: the least of the costs of the matrix within which `count` places serve all that
    can be served. Fewer are opened when they do as well. Parameters are those of `p_median`.

    Raises
    ------
    TooFewPlacesError
        When so few places cannot serve all that can be served, however long the trips.

    Examples
    --------
    >>> found = p_center([[0, 5, 9], [5, 0, 4], [9, 4, 0]], 1)
    >>> found.chosen.tolist(), found.objective
    ([1], 5.0)
    """
    cost = np.asarray(costs, dtype=float)
    now = cost_today(cost, today)
    nearest = np.minimum(now, cost.min(axis=1, initial=np.inf))
    reached = np.isfinite(nearest)
    if not reached.any():
        return Siting(np.empty(0, dtype=np.int64), 0.0, 0.0, 0.0, np.flatnonzero(~reached))
    cost, now, least = cost[reached], now[reached], nearest[reached].max()
    known = np.unique(np.concatenate([cost.ravel(), now]))
    radii = known[np.isfinite(known) & (known >= least)]
    deadline = Deadline(limit_s)
    found = fewest_places(cost, radii[-1], now, limit_s, break_ties=False)
    if len(found.chosen) > count:
        raise TooFewPlacesError(len(found.chosen), count)
    # No radius under that of `proved` serves all; from there to `low`, time ran out.
    low, high, proved = 0, len(radii) - 1, 0
    while low < high:
        middle = (low + high) // 2
        tried = _in_time(cost, radii[middle], now, deadline, break_ties=False)
        if tried is not None and len(tried.chosen) <= count:
            found, high = tried, middle
            continue
        low = middle + 1
        if tried is not None and tried.bound > count:
            proved = low
    settled = _in_time(cost, radii[high], now, deadline, break_ties=True)
    chosen = found.chosen if settled is None or settled.gap else settled.chosen
    longest, bound = float(radii[high]), float(radii[min(proved, high)])
    gap = (longest - bound) / longest if longest else 0.0
    return Siting(chosen, longest, gap, bound, np.flatnonzero(~reached))


def _in_time(
    costs: Floats, radius: float, now: Floats, deadline: Deadline, *, break_ties: bool
) -> Siting | None:
    """Open the fewest places in the time that is left; None when no answer is found in it."""
    try:
        return fewest_places(costs, radius, now, deadline.left_s(), break_ties=break_ties)
    except NoAnswerError:
        return None

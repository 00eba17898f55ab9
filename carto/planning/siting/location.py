"""Where places would serve people best: four classical questions, solved exactly.

    p-median    N places that make the mean trip shortest              (Hakimi, 1964)
    MCLP        N places with most people within a radius              (Church & ReVelle, 1974)
    LSCP        fewest places with everybody within a radius           (Toregas et al., 1971)
    p-center    N places with the longest trip shortest                (bisection on the LSCP)

Costs are a matrix, demand × candidates: minutes or metres, infinite when there is no trip. The
places of today are given by what they cost: the cost from each demand to its nearest one. Answers
are positions among the candidates; sort these by code, and equal inputs give equal answers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.planning.solver import Answer, Program, minimise

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LIMIT_S = 60.0


@dataclass(frozen=True)
class Siting:
    """Places to open.

    Attributes
    ----------
    chosen
        Positions among the candidates, rising.
    objective
        p-median: Σ people × cost; MCLP: people within the radius; LSCP: number of places;
        p-center: the longest cost.
    gap
        Share by which a better answer may exist, when time ran out; 0 when this one is optimal.
    out_of_reach
        Positions of the demand that no candidate, nor place of today, serves: left out of the
        question.
    """

    chosen: Integers
    objective: float
    gap: float
    out_of_reach: Integers


def p_median(
    costs: ArrayLike, people: ArrayLike, count: int, today: ArrayLike | None = None
) -> Siting:
    """Open `count` places so that the sum of people × cost to the nearest place is least.

    In savings form: a demand is linked to the candidates that are nearer than what it has today;
    nothing else can help it. Only the opening of places is whole.

    Parameters
    ----------
    costs
        Demand × candidates.
    people
        Weight of each demand.
    count
        Places to open; all the candidates at most.
    today
        Cost to the nearest place of today; None without any. A demand without one has the greatest
        finite cost of the matrix, as long as no place is nearer.

    Examples
    --------
    >>> found = p_median([[0, 5, 9], [5, 0, 4], [9, 4, 0]], [10, 10, 1], 1)
    >>> found.chosen.tolist(), found.objective
    ([1], 54.0)
    """
    cost, weight = np.asarray(costs, dtype=float), np.asarray(people, dtype=float)
    now = _today(cost, today)
    reached = np.isfinite(now) | np.isfinite(cost).any(axis=1)
    farthest = cost[np.isfinite(cost)].max(initial=0)
    base = np.where(np.isfinite(now), now, farthest)
    demand, candidate = np.nonzero((cost < base[:, None]) & (weight > 0)[:, None])
    saved = weight[demand] * (base[demand] - cost[demand, candidate])
    size, links = cost.shape[1], np.arange(len(demand))
    # Rows: a demand uses one place; only an open place is used; `count` places are open.
    served, used, opened = demand, len(cost) + links, len(cost) + len(links)
    ones = np.ones(len(links))
    program = Program(
        cost=np.concatenate([np.zeros(size), -saved]),
        whole=size,
        row=np.concatenate([served, used, used, np.full(size, opened)]),
        column=np.concatenate([size + links, size + links, candidate, np.arange(size)]),
        value=np.concatenate([ones, ones, -ones, np.ones(size)]),
        lower=np.full(opened + 1, -np.inf),
        upper=np.concatenate([np.ones(len(cost)), np.zeros(len(links)), [count]]),
    )
    answer = minimise(program, LIMIT_S)
    chosen = _open(answer, size)
    nearest = np.minimum(base, cost[:, chosen].min(axis=1, initial=np.inf))
    objective = float(weight[reached] @ nearest[reached])
    return Siting(chosen, objective, answer.gap, np.flatnonzero(~reached))


def max_cover(
    costs: ArrayLike,
    people: ArrayLike,
    count: int,
    radius: float,
    today: ArrayLike | None = None,
) -> Siting:
    """Open `count` places so that most people have one within the radius (MCLP).

    Parameters are those of `p_median`, and the radius in the unit of the costs.

    Examples
    --------
    >>> found = max_cover([[0, 5, 9], [5, 0, 4], [9, 4, 0]], [10, 10, 1], 1, radius=4)
    >>> found.chosen.tolist(), found.objective
    ([1], 11.0)
    """
    cost, weight = np.asarray(costs, dtype=float), np.asarray(people, dtype=float)
    covered = _today(cost, today) <= radius
    coverable = ~covered & (cost <= radius).any(axis=1)
    waiting = np.flatnonzero(coverable & (weight > 0))
    demand, candidate = np.nonzero(cost[waiting] <= radius)
    size, each = cost.shape[1], np.arange(len(waiting))
    # Rows: a demand is covered by an open place; `count` places are open.
    program = Program(
        cost=np.concatenate([np.zeros(size), -weight[waiting]]),
        whole=size,
        row=np.concatenate([each, demand, np.full(size, len(waiting))]),
        column=np.concatenate([size + each, candidate, np.arange(size)]),
        value=np.concatenate([np.ones(len(waiting)), -np.ones(len(demand)), np.ones(size)]),
        lower=np.full(len(waiting) + 1, -np.inf),
        upper=np.concatenate([np.zeros(len(waiting)), [count]]),
    )
    answer = minimise(program, LIMIT_S)
    chosen = _open(answer, size)
    now_covered = covered | (cost[:, chosen] <= radius).any(axis=1)
    objective = float(weight[now_covered].sum())
    return Siting(chosen, objective, answer.gap, np.flatnonzero(~covered & ~coverable))


def fewest_places(
    costs: ArrayLike, radius: float, today: ArrayLike | None = None, *, break_ties: bool = True
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
    waiting = _today(cost, today) > radius
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
    answer = minimise(program, LIMIT_S)
    chosen = _open(answer, size)
    return Siting(chosen, float(len(chosen)), answer.gap, np.flatnonzero(waiting & ~coverable))


def p_center(costs: ArrayLike, count: int, today: ArrayLike | None = None) -> Siting:
    """Open `count` places so that the longest cost to the nearest place is least.

    By bisection: the least of the costs of the matrix within which `count` places serve all that
    can be served. Parameters are those of `p_median`.

    Raises
    ------
    ValueError
        When so few places cannot serve all that can be served, however long the trips.

    Examples
    --------
    >>> found = p_center([[0, 5, 9], [5, 0, 4], [9, 4, 0]], 1)
    >>> found.chosen.tolist(), found.objective
    ([1], 5.0)
    """
    cost = np.asarray(costs, dtype=float)
    nearest = np.minimum(_today(cost, today), cost.min(axis=1, initial=np.inf))
    reached = np.isfinite(nearest)
    now = _today(cost, today)[reached]
    known = np.unique(np.concatenate([cost[reached].ravel(), now]))
    radii = known[np.isfinite(known) & (known >= nearest[reached].max(initial=-np.inf))]
    if not reached.any():
        return Siting(np.empty(0, dtype=np.int64), 0.0, 0.0, np.flatnonzero(~reached))
    low, high = 0, len(radii) - 1
    found = fewest_places(cost[reached], radii[high], now, break_ties=False)
    if len(found.chosen) > count:
        raise ValueError(f"It takes {len(found.chosen)} places to serve all, and {count} may open.")
    while low < high:
        middle = (low + high) // 2
        tried = fewest_places(cost[reached], radii[middle], now, break_ties=False)
        if len(tried.chosen) <= count:
            found, high = tried, middle
        else:
            low = middle + 1
    return Siting(found.chosen, float(radii[high]), found.gap, np.flatnonzero(~reached))


def _today(costs: Floats, today: ArrayLike | None) -> Floats:
    """Cost of each demand to its nearest place of today; infinite without any."""
    return np.full(len(costs), np.inf) if today is None else np.asarray(today, dtype=float)


def _open(answer: Answer, candidates: int) -> Integers:
    """Positions of the candidates that an answer opens."""
    return np.flatnonzero(answer.values[:candidates] > 0.5)

"""Where places would serve people best: two classical questions, solved exactly.

    p-median    N places that make the mean trip shortest              (Hakimi, 1964)
    MCLP        N places with most people within a radius              (Church & ReVelle, 1974)

Costs are a matrix, demand × candidates: minutes or metres, infinite when there is no trip. The
places of today are given by what they cost: the cost from each demand to its nearest one. Answers
are positions among the candidates; sort these by code, and of equal answers the first by code is
given (`carto.planning.siting.ties`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.planning.siting.ties import tie_costs
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
    bound
        No answer has a better objective; that of this one when it is optimal.
    out_of_reach
        Positions of the demand that no candidate, nor place of today, serves: left out of the
        question.
    """

    chosen: Integers
    objective: float
    gap: float
    bound: float
    out_of_reach: Integers


def p_median(
    costs: ArrayLike,
    people: ArrayLike,
    count: int,
    today: ArrayLike | None = None,
    limit_s: float = LIMIT_S,
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
    limit_s
        Seconds after which the best answer so far is given.

    Examples
    --------
    >>> found = p_median([[0, 5, 9], [5, 0, 4], [9, 4, 0]], [10, 10, 1], 1)
    >>> found.chosen.tolist(), found.objective
    ([1], 54.0)
    """
    cost, weight = np.asarray(costs, dtype=float), np.asarray(people, dtype=float)
    now = cost_today(cost, today)
    reached = np.isfinite(now) | np.isfinite(cost).any(axis=1)
    farthest = cost[np.isfinite(cost)].max(initial=0)
    base = np.where(np.isfinite(now), now, farthest)
    demand, candidate = np.nonzero((cost < base[:, None]) & (weight > 0)[:, None])
    saved = weight[demand] * (base[demand] - cost[demand, candidate])
    size, links = cost.shape[1], np.arange(len(demand))
    # Rows: a demand uses one place; only an open place is used; `count` places are open.
    served, used, total = demand, len(cost) + links, len(cost) + len(links)
    ones = np.ones(len(links))
    program = Program(
        cost=np.concatenate([tie_costs(_summed(candidate, saved, size)), -saved]),
        whole=size,
        row=np.concatenate([served, used, used, np.full(size, total)]),
        column=np.concatenate([size + links, size + links, candidate, np.arange(size)]),
        value=np.concatenate([ones, ones, -ones, np.ones(size)]),
        lower=np.full(total + 1, -np.inf),
        upper=np.concatenate([np.ones(len(cost)), np.zeros(len(links)), [count]]),
    )
    answer = minimise(program, limit_s)
    chosen = opened(answer, size)
    nearest = np.minimum(base, cost[:, chosen].min(axis=1, initial=np.inf))
    objective = float(weight[reached] @ nearest[reached])
    bound = objective if answer.gap == 0 else float(weight[reached] @ base[reached]) + answer.least
    return Siting(chosen, objective, answer.gap, bound, np.flatnonzero(~reached))


def max_cover(
    costs: ArrayLike,
    people: ArrayLike,
    count: int,
    radius: float,
    today: ArrayLike | None = None,
    limit_s: float = LIMIT_S,
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
    covered = cost_today(cost, today) <= radius
    coverable = ~covered & (cost <= radius).any(axis=1)
    waiting = np.flatnonzero(coverable & (weight > 0))
    demand, candidate = np.nonzero(cost[waiting] <= radius)
    size, each = cost.shape[1], np.arange(len(waiting))
    alone = _summed(candidate, weight[waiting][demand], size)
    # Rows: a demand is covered by an open place; `count` places are open.
    program = Program(
        cost=np.concatenate([tie_costs(alone), -weight[waiting]]),
        whole=size,
        row=np.concatenate([each, demand, np.full(size, len(waiting))]),
        column=np.concatenate([size + each, candidate, np.arange(size)]),
        value=np.concatenate([np.ones(len(waiting)), -np.ones(len(demand)), np.ones(size)]),
        lower=np.full(len(waiting) + 1, -np.inf),
        upper=np.concatenate([np.zeros(len(waiting)), [count]]),
    )
    answer = minimise(program, limit_s)
    chosen = opened(answer, size)
    now_covered = covered | (cost[:, chosen] <= radius).any(axis=1)
    objective = float(weight[now_covered].sum())
    bound = objective if answer.gap == 0 else float(weight[covered].sum()) - answer.least
    return Siting(chosen, objective, answer.gap, bound, np.flatnonzero(~covered & ~coverable))


def cost_today(costs: Floats, today: ArrayLike | None) -> Floats:
    """Cost of each demand to its nearest place of today; infinite without any."""
    return np.full(len(costs), np.inf) if today is None else np.asarray(today, dtype=float)


def opened(answer: Answer, candidates: int) -> Integers:
    """Positions of the candidates that an answer opens."""
    return np.flatnonzero(answer.values[:candidates] > 0.5)


def _summed(candidate: Integers, values: Floats, size: int) -> Floats:
    """Sum values by candidate."""
    return np.bincount(candidate, values, size).astype(float)

"""One after the other: at each step, what brings most; and a bound on what any answer can gain.

    gain(best of N) ≤ gain(S) + Σ of the N greatest gains that one more opening would bring to S

It holds for any S as soon as what a candidate brings never grows when others open (Nemhauser,
Wolsey and Fisher, 1978); the least over the steps is kept. Of equal steps, the first by code.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.planning.siting.problem import Problem, loss_of, nothing
from carto.planning.siting.ties import first_least

Integers = NDArray[np.int64]


def greedy_steps(problem: Problem, count: int) -> list[Integers]:
    """Open one after the other, the best first.

    Returns
    -------
    list
        count + 1 answers, the first of which opens nothing; the last ones are alike when nothing
        more can be gained.
    """
    counts = nothing(problem)
    steps = [counts]
    while len(steps) <= count:
        losses = problem.losses_with(counts)
        losses[counts >= problem.most_each] = np.inf
        first = first_least(losses)
        if losses[first] >= loss_of(problem, counts):
            return steps + [counts] * (count + 1 - len(steps))
        counts = counts.copy()
        counts[first] += 1
        steps.append(counts)
    return steps


def least_possible_loss(problem: Problem, steps: list[Integers]) -> float:
    """Bound the loss of any answer that opens as many as the last of some greedy steps.

    Parameters
    ----------
    problem
        A submodular one.
    steps
        What `greedy_steps` gave.
    """
    count, least = len(steps) - 1, -np.inf
    for counts in steps:
        now = loss_of(problem, counts)
        gains = np.maximum(now - problem.losses_with(counts), 0)
        greatest = np.sort(np.repeat(gains, problem.most_each))[::-1][:count]
        least = max(least, now - float(greatest.sum()))
    # Sums in another order may differ by their rounding: no bound is over what was reached.
    return min(max(least, 0.0), loss_of(problem, steps[-1]))

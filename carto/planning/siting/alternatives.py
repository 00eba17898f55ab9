"""Near-equivalents: the communes that could stand for a chosen one, and lose next to nothing.

    gain of the plan with the other commune ≥ 99 % of its gain
    what the other commune brings           ≥ ½ of what the chosen one brings

What opens at one chosen commune goes to one other, the rest staying where it is. Both are as good
within the precision of any of this: the choice is then not for a computation. The second condition
keeps out those that bring next to nothing, when the chosen one does not bring much either.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.planning.siting.problem import Problem, loss_of, nothing
from carto.planning.siting.ties import ROUNDING

Integers = NDArray[np.int64]

_LEAST_SHARE = 0.5
# Losses that are alike to these decimals are ordered by position.
_DECIMALS = 6


def alternatives(problem: Problem, counts: Integers) -> dict[int, Integers]:
    """List, for each chosen candidate, those that could stand for it, the best first.

    Returns
    -------
    dict
        Position of the chosen one → positions of candidates that are not chosen; equal ones by
        position.
    """
    today, planned = loss_of(problem, nothing(problem)), loss_of(problem, counts)
    if not np.isfinite(today):
        today = planned
    highest = planned + problem.near * (today - planned)
    found = {}
    for position in np.flatnonzero(counts):
        others = counts.copy()
        others[position] = 0
        losses = problem.losses_with(others, int(counts[position]))
        without = loss_of(problem, others)
        enough = min(highest, without - _LEAST_SHARE * (without - planned))
        near = np.flatnonzero((losses <= enough * (1 + ROUNDING)) & (counts == 0))
        found[int(position)] = near[np.lexsort((near, losses[near].round(_DECIMALS)))]
    return found


def brought(problem: Problem, counts: Integers) -> dict[int, float]:
    """Measure what would be lost again without each chosen candidate, the others staying."""
    planned = loss_of(problem, counts)
    found = {}
    for position in np.flatnonzero(counts):
        others = counts.copy()
        others[position] = 0
        found[int(position)] = loss_of(problem, others) - planned
    return found

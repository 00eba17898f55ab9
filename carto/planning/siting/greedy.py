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

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class GreedyPath:
    """The steps of a problem, each taken once, however many questions go through it.

    Parameters
    ----------
    problem
        What there is to solve.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._steps = [nothing(problem)]
        # Loss of each step but the last, and what one more opening would bring to it.
        self._losses: list[float] = []
        self._gains: list[Floats] = []

    def steps(self, count: int) -> list[Integers]:
        """Open one after the other, the best first.

        Returns
        -------
        list
            count + 1 answers, the first of which opens nothing; the last ones are alike when
            nothing more can be gained.
        """
        while len(self._steps) <= count:
            self._go_on()
        return self._steps[: count + 1]

    def least_possible_loss(self, count: int) -> float:
        """Bound the loss of any answer that opens so many; for a submodular problem."""
        # One step more tells what the last one could still gain.
        reached = loss_of(self._problem, self.steps(count + 1)[count])
        each, least = self._problem.most_each, 0.0
        for now, gains in zip(self._losses[: count + 1], self._gains[: count + 1], strict=True):
            greatest = np.sort(np.repeat(gains, each))[::-1][:count]
            least = max(least, now - float(greatest.sum()))
        # Sums in another order may differ by their rounding: no bound is over what was reached.
        return min(least, reached)

    def _go_on(self) -> None:
        """Take one more step, which stays where it is when nothing more can be gained."""
        counts = self._steps[-1]
        now, losses = loss_of(self._problem, counts), self._problem.losses_with(counts)
        with np.errstate(invalid="ignore"):  # without a way, before as after
            self._gains.append(np.nan_to_num(np.maximum(now - losses, 0)))
        self._losses.append(now)
        losses[counts >= self._problem.most_each] = np.inf
        first = first_least(losses)
        if losses[first] < now:
            counts = counts.copy()
            counts[first] += 1
        self._steps.append(counts)

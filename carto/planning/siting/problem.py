"""What the questions of siting have in common: candidates, what is lost, and the best answer.

An answer counts what opens at each candidate: half-days, or places. Its loss is what a plan makes
smaller: hours that are missing, minutes, people out of reach, the longest trip. What it gains is
the loss of today less its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

# Share of the gain of a plan under which two plans are not told apart.
NEAR = 0.01


@dataclass(frozen=True, eq=False)
class Answered:
    """The best answer found.

    Attributes
    ----------
    counts
        What opens at each candidate, shape (m,).
    bound
        No answer loses less; or, where places are counted, none opens fewer.
    is_best
        Whether it is proved that none is better.
    """

    counts: Integers
    bound: float
    is_best: bool


class Path(Protocol):
    """Openings one after the other (`carto.planning.siting.greedy`)."""

    def steps(self, count: int) -> list[Integers]:
        """Open up to `count`, the best first; the first step opens nothing."""
        ...

    def least_possible_loss(self, count: int) -> float:
        """Bound the loss of any answer that opens so many."""
        ...


class Problem(Protocol):
    """A question on m candidates, sorted by code."""

    @property
    def size(self) -> int:
        """Number of candidates, m."""
        ...

    @property
    def most_each(self) -> int:
        """How many times a candidate may be opened: half-days, or one place."""
        ...

    @property
    def is_submodular(self) -> bool:
        """Whether what a candidate brings never grows when others open."""
        ...

    @property
    def near(self) -> float:
        """Share of the gain of a plan that another may lack and be near-equivalent."""
        ...

    @property
    def path(self) -> Path:
        """Openings one after the other, each computed once."""
        ...

    def parts(self, counts: Integers) -> tuple[float, float]:
        """Loss of an answer for the perimeter, and for the people around it."""
        ...

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:
        """Losses if so many more opened at one candidate, for each, shape (m,)."""
        ...

    def helped(self, position: int) -> Bools:
        """Communes that one candidate alone would help, shape (n,)."""
        ...

    def best(self, count: int, limit_s: float) -> Answered:
        """Find the best answer that opens `count` at most, in time or nearly."""
        ...

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find the best answer on the way, when only `count` have opened yet."""
        ...


def loss_of(problem: Problem, counts: Integers) -> float:
    """Loss of an answer, for the perimeter and around."""
    inside, around = problem.parts(counts)
    return inside + around


def nothing(problem: Problem) -> Integers:
    """Open nothing."""
    return np.zeros(problem.size, dtype=np.int64)

"""Where N half-days close most of what is missing to the reference.

    min Σ_i D_i s_i / 1000      s_i ≥ A* − A⁰_i − Σ_j a_ij k_j,   s_i ≥ 0
                                a_ij = 1000 · 3.5 · w_ij / Δ_j,   Δ_j = Σ_i w_ij D_i
                                Σ_j k_j ≤ N,   k_j ∈ {0, 1, 2} half-days a week in commune j

The loss is in hours a week: those that are missing for every standardised inhabitant to have the
reference A* within reach. It is exact, since the accessibility is linear in the hours of places. A
half-day of 3.5 hours brings 3.5 at most, less where people have enough already.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from carto.planning.siting.greedy import GreedyPath
from carto.planning.siting.problem import NEAR, Answered, loss_of, nothing
from carto.planning.siting.ties import tie_costs
from carto.planning.solver import Program, minimise

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

HALF_DAY_H = 3.5
MOST_EACH = 2


@dataclass(frozen=True, eq=False)
class Shortfall:
    """What is missing today, and what half-days would bring.

    Attributes
    ----------
    missing
        A* − A⁰ of the n communes, hours a week per 1,000 inhabitants; 0 where nothing is missing,
        or where it is not known.
    demand
        Standardised inhabitants, 0 where unknown.
    gains
        What one half-day at each of the m candidates adds to each commune, shape (n, m).
    is_inside
        Which communes are in the perimeter.
    """

    missing: Floats
    demand: Floats
    gains: Floats
    is_inside: Bools

    most_each = MOST_EACH
    is_submodular = True
    near = NEAR

    @property
    def size(self) -> int:
        """Number of candidates."""
        return int(self.gains.shape[1])

    def parts(self, counts: Integers) -> tuple[float, float]:
        """Hours a week that stay missing, in the perimeter and around."""
        opened = np.flatnonzero(counts)
        added = self.gains[:, opened] @ counts[opened].astype(float)
        hours = self.demand * np.maximum(self.missing - added, 0) / 1000
        return float(hours[self.is_inside].sum()), float(hours[~self.is_inside].sum())

    def losses_with(self, counts: Integers, more: int = 1) -> Floats:
        """Hours a week that would stay missing if so many more half-days opened at each."""
        demand, missing, (commune, candidate, gain) = self.demand, self.missing, self._pairs
        opened = np.flatnonzero(counts)
        left = np.maximum(missing - self.gains[:, opened] @ counts[opened].astype(float), 0)
        closed = demand[commune] * np.minimum(more * gain, left[commune])
        losses: Floats = (demand @ left - np.bincount(candidate, closed, self.size)) / 1000
        return losses

    def helped(self, position: int) -> Bools:
        """Communes where something is missing that a candidate reaches."""
        return (self.missing > 0) & (self.gains[:, position] > 0)

    def best(self, count: int, limit_s: float) -> Answered:
        """Find where `count` half-days leave least missing."""
        answer = minimise(self._program(count), limit_s)
        counts = answer.values[: self.size].round().astype(np.int64)
        if answer.gap == 0:
            return Answered(counts, loss_of(self, counts), is_best=True)
        return Answered(counts, loss_of(self, nothing(self)) + answer.least, is_best=False)

    def stage(self, count: int, limit_s: float) -> Answered:
        """Find where `count` half-days leave least missing."""
        return self.best(count, limit_s)

    @cached_property
    def path(self) -> GreedyPath:
        """Half-days held one after the other."""
        return GreedyPath(self)

    @cached_property
    def _served(self) -> Integers:
        """Positions of the communes where something is missing that a candidate reaches."""
        is_short = (self.missing > 0) & (self.demand > 0)
        return np.flatnonzero(is_short & (self.gains > 0).any(axis=1))

    @cached_property
    def _pairs(self) -> tuple[Integers, Integers, Floats]:
        """Commune, candidate that reaches it, and what a half-day there adds to it."""
        served = self._served
        at, candidate = np.nonzero(self.gains[served])
        return served[at], candidate, self.gains[served[at], candidate]

    def _program(self, count: int) -> Program:
        """Write the question: half-days, then the share of what is missing that each closes."""
        short, start = self._served, self.path.steps(count)[-1]
        missing, each = self.missing[short], np.arange(len(short))
        share = self.gains[short] / missing[:, None]
        demand, candidate = np.nonzero(share)
        hours = self.demand[short] * missing / 1000
        alone = hours @ np.minimum(share, 1)
        closed = np.minimum(share @ start, 1)
        return Program(
            cost=np.concatenate([tie_costs(alone), -hours]),
            whole=self.size,
            row=np.concatenate([each, demand, np.full(self.size, len(short))]),
            column=np.concatenate([self.size + each, candidate, np.arange(self.size)]),
            value=np.concatenate(
                [np.ones(len(short)), -share[demand, candidate], np.ones(self.size)]
            ),
            lower=np.full(len(short) + 1, -np.inf),
            upper=np.concatenate([np.zeros(len(short)), [count]]),
            most=np.concatenate([np.full(self.size, MOST_EACH), np.ones(len(short))]).astype(float),
            start=np.concatenate([start, closed]).astype(float),
        )

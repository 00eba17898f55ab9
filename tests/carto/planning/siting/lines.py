"""Problems on a line of communes, one kilometre or minute apart, alike or not."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from carto.planning.siting.problem import Integers, Problem, loss_of
from carto.planning.siting.shortfall import Shortfall
from carto.planning.siting.trips import MeanTrip

Floats = NDArray[np.float64]


def ring(size: int, reach: int = 1) -> NDArray[np.bool_]:
    """Who reaches whom on a ring of places all alike."""
    apart = np.abs(np.arange(size)[:, None] - np.arange(size))
    return np.minimum(apart, size - apart) <= reach


def shortfall_of(seed: int, communes: int = 6, candidates: int = 4) -> Shortfall:
    """Draw what is missing, and what half-days bring."""
    random = np.random.Generator(np.random.PCG64(seed))
    return Shortfall(
        missing=np.maximum(random.normal(1, 1, communes), 0),
        demand=random.integers(0, 2000, communes).astype(float),
        gains=random.random((communes, candidates)) * (random.random((communes, candidates)) < 0.5),
        is_inside=np.arange(communes) < communes - 2,
    )


def trips_of(seed: int, communes: int = 6, candidates: int = 4) -> MeanTrip:
    """Draw trips, some of which cannot be made."""
    random = np.random.Generator(np.random.PCG64(seed))
    minutes = random.integers(2, 60, (communes, candidates)).astype(float)
    minutes[random.random(minutes.shape) < 0.2] = np.inf
    today = random.integers(5, 40, communes).astype(float)
    people = random.integers(0, 2000, communes).astype(float)
    return MeanTrip(minutes, today, people, np.arange(communes) < communes - 2)


def every_plan(problem: Problem, count: int) -> list[Integers]:
    """List every plan that opens so many at most."""
    choices = product(range(problem.most_each + 1), repeat=problem.size)
    return [np.array(one) for one in choices if sum(one) <= count]


def least_loss(problem: Problem, count: int) -> float:
    """Try every plan."""
    return min(loss_of(problem, plan) for plan in every_plan(problem, count))

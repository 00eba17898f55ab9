"""How the pull of a place falls with the cost of reaching it.

Each function takes an array of costs (minutes, or any unit) and returns weights of the same
shape, 0 to 1 and beyond reach 0, except `gravity`, which is a bare power.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Weights = NDArray[np.float64]


def step(cost: ArrayLike, breaks: Sequence[float], weights: Sequence[float]) -> Weights:
    """Weights by steps: one weight up to each break, none beyond the last.

    Parameters
    ----------
    cost
        Costs, any shape; infinite means out of reach.
    breaks
        Upper bounds of the steps, inclusive, rising.
    weights
        Weight of each step.

    Returns
    -------
    numpy.ndarray of float
        Weight of each cost; 0 beyond the last break.

    Examples
    --------
    >>> step([0, 10, 10.1, 20, 21], (10, 15, 20), (1, 0.3, 0.1)).tolist()
    [1.0, 1.0, 0.3, 0.1, 0.0]
    """
    by_step = np.append(np.asarray(weights, dtype=float), 0.0)
    return by_step[np.searchsorted(np.asarray(breaks, dtype=float), cost, side="left")]


def flat(cost: ArrayLike, end: float) -> Weights:
    """No decay: 1 up to `end`, inclusive, 0 beyond.

    Examples
    --------
    >>> flat([0, 20, 21], 20).tolist()
    [1.0, 1.0, 0.0]
    """
    return np.asarray(np.asarray(cost, dtype=float) <= end, dtype=float)


def gaussian(cost: ArrayLike, sigma: float, end: float = np.inf) -> Weights:
    """Gaussian decay, exp(−cost² / 2σ²): 1 at no cost, 0 beyond `end`.

    Parameters
    ----------
    cost
        Costs, any shape; infinite means out of reach.
    sigma
        Standard deviation, in the unit of the cost.
    end
        Cost beyond which nothing is in reach, itself inclusive.

    Examples
    --------
    >>> gaussian([0, 20, 40], 20, end=30).round(6).tolist()
    [1.0, 0.606531, 0.0]
    """
    decayed = np.exp(-((np.asarray(cost, dtype=float) / sigma) ** 2) / 2)
    return np.asarray(decayed * flat(cost, end))


def gravity(cost: ArrayLike, exponent: float = -1.0) -> Weights:
    """Power of the cost (gravity model of the `access` reference library).

    Examples
    --------
    >>> gravity([2, 4]).tolist()
    [0.5, 0.25]
    """
    return np.asarray(np.asarray(cost, dtype=float) ** exponent)

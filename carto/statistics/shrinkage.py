"""Rates of small numbers, drawn towards the rate of a reference: empirical Bayes (Marshall, 1991).

With O events among n people, r = O/n, and sums over the reference of each territory:

    m = ΣO/Σn        s² = max(0, Σn(r − m)²/Σn − m/n̄)        θ = m + (r − m)·s²/(s² + m/n)

m/n̄ is the variance that chance alone gives: what is left, s², is how much rates truly differ. The
fewer the people, the nearer θ is to m. The reference is a group of territories (of one density
class within a région, or a département), or a territory and its neighbours.

Only for rates that estimate a propensity from small numbers: density of places, shares of the
census or of Filosofi. Not for the rate of fibre, which is a count of all premises, nor for the
accessible supply, which is smooth already.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array, eye_array

Floats = NDArray[np.float64]


def shrink_to_groups(events: ArrayLike, people: ArrayLike, groups: ArrayLike) -> Floats:
    """Draw the rate of every territory towards that of its group.

    Parameters
    ----------
    events
        Counts, at least 0; NaN where unknown.
    people
        What they are counted among, in the same order; NaN where unknown.
    groups
        Group of each territory, any sortable value; all alike for one reference.

    Returns
    -------
    numpy.ndarray of float
        Events per head; NaN where a count is unknown, or nobody is there. Territories so missing
        are no part of the reference.

    Examples
    --------
    >>> shrunk = shrink_to_groups([0, 2, 30], [100, 100, 10_000], ["a", "a", "a"])
    >>> shrunk.round(5).tolist()
    [0.00295, 0.00414, 0.00302]
    """
    _, group = np.unique(np.asarray(groups), return_inverse=True)

    def over_group(values: Floats) -> Floats:
        sums: Floats = np.bincount(group, weights=values).astype(float)
        return sums[group]

    return _shrink(events, people, over_group)


def shrink_to_neighbours(events: ArrayLike, people: ArrayLike, neighbours: csr_array) -> Floats:
    """Draw the rate of every territory towards that of itself and its neighbours.

    Parameters
    ----------
    events, people
        As for `shrink_to_groups`, and so are the missing values of the result.
    neighbours
        n × n, above 0 where the column is a neighbour of the row; how much does not matter.
    """
    itself = eye_array(neighbours.shape[0], format="csr")
    around = (neighbours + itself).astype(bool).astype(float)
    return _shrink(events, people, lambda values: np.asarray(around @ values))


def _shrink(events: ArrayLike, people: ArrayLike, over: Callable[[Floats], Floats]) -> Floats:
    """Shrink rates towards a reference; `over` sums values over that of each territory."""
    count, number = np.asarray(events, dtype=float), np.asarray(people, dtype=float)
    known = ~np.isnan(count) & (number > 0)
    count, number = np.where(known, count, 0), np.where(known, number, 0)
    rate = np.divide(count, number, out=np.zeros_like(count), where=known)
    total = np.where(known, over(number), 1)
    mean = over(count) / total
    # Σn(r − m)² = Σn·r² − m²·Σn, since m = ΣO/Σn.
    spread = over(count * rate) / total - mean**2
    by_chance = mean * over(known.astype(float)) / total
    between = np.maximum(spread - by_chance, 0)
    within = np.divide(mean, number, out=np.zeros_like(mean), where=known)
    variance = between + within
    trust = np.divide(between, variance, out=np.zeros_like(mean), where=variance > 0)
    return np.where(known, mean + (rate - mean) * trust, np.nan)

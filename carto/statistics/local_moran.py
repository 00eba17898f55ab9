"""Local Moran's I: whether a commune is like its neighbours more than chance would have it.

With z the standardised values and lag the mean of z over the neighbours (Anselin, 1995):

    Iᵢ = (n − 1)/n · zᵢ · lagᵢ          I = mean of zᵢ·lagᵢ          (global Moran)

What chance gives is drawn by conditional permutation: the value of i stays, its neighbours are
drawn without replacement among the n − 1 others. The draws of positions are shared by all
communes, as in PySAL (`esda.Moran_Local`), which the tests compare with: same draws, same p. Ties
count on both sides, so that scores with few distinct values are not significant by rounding.

    p = min(1, 2·min(#{lag* ≥ lag} + 1, #{lag* ≤ lag} + 1)/(permutations + 1))        two-sided
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array
from scipy.spatial import KDTree

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# Two means of standardised values within this are a tie.
_TIE = 1e-9
# Communes that are compared with all the draws at once: 5 MB for 9,999 of them.
_ROWS = 64


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran of n communes.

    Attributes
    ----------
    local_i
        Iᵢ; above 0 where a commune is like its neighbours.
    is_high, is_high_around
        Whether the value, and the mean of the neighbours, are above the mean of all.
    p_value
        Two-sided, from 2/(permutations + 1) to 1; before any correction for multiple tests.
    global_i
        Global Moran: near 1 when neighbours are alike, near 0 when they are as chance has it.
    """

    local_i: Floats
    is_high: NDArray[np.bool_]
    is_high_around: NDArray[np.bool_]
    p_value: Floats
    global_i: float


def nearest_neighbours(points: ArrayLike, count: int) -> csr_array:
    """Link every point to its nearest others.

    Parameters
    ----------
    points
        n × 2 coordinates in metres, of one projection.
    count
        Neighbours of each; at most n − 1 of them.

    Returns
    -------
    scipy.sparse.csr_array
        n × n, 1 where the column is a neighbour of the row.

    Examples
    --------
    >>> nearest_neighbours([[0, 0], [1, 0], [3, 0]], 1).toarray().tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    """
    array = np.asarray(points, dtype=float)
    size = len(array)
    count = min(count, size - 1)
    _, found = KDTree(array).query(array, k=np.arange(1, count + 2))
    others = np.asarray(found) != np.arange(size)[:, None]
    # Among points at one place a point may not find itself: the farthest found is then left out.
    others[others.all(axis=1), -1] = False
    columns = np.asarray(found)[others]
    starts = count * np.arange(size + 1)
    return csr_array((np.ones(size * count), columns, starts), shape=(size, size))


def local_moran(
    values: ArrayLike, neighbours: csr_array, permutations: int, seed: int
) -> LocalMoran:
    """Compare every value with those of its neighbours, and with draws of neighbours.

    Parameters
    ----------
    values
        One per commune, all known, not all equal.
    neighbours
        n × n, not 0 where the column is a neighbour of the row; at least one per row. They weigh
        the same.
    permutations
        Draws; PCG64 of `seed`.
    seed
        Same seed, same values: same result.
    """
    value = np.asarray(values, dtype=float)
    z = (value - value.mean()) / value.std()
    counts = np.diff(neighbours.indptr)
    lag = np.add.reduceat(z[neighbours.indices], neighbours.indptr[:-1]) / counts
    drawn = draw(len(z) - 1, int(counts.max()), permutations, seed)
    return LocalMoran(
        local_i=(len(z) - 1) / len(z) * z * lag,
        is_high=z > 0,
        is_high_around=lag > 0,
        p_value=p_values(z, lag, counts, drawn),
        global_i=float((z * lag).mean()),
    )


def draw(others: int, count: int, permutations: int, seed: int) -> Integers:
    """Draw `count` of `others` positions without replacement, `permutations` times.

    By Floyd's algorithm (Bentley, 1987), all permutations at once, then in a random order, so that
    the first columns are a draw too.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    drawn = np.empty((permutations, count), dtype=np.int64)
    for column, last in enumerate(range(others - count, others)):
        picked = generator.integers(0, last, permutations, endpoint=True)
        is_taken = (drawn[:, :column] == picked[:, None]).any(axis=1)
        drawn[:, column] = np.where(is_taken, last, picked)
    return generator.permuted(drawn, axis=1)


def p_values(z: Floats, lag: Floats, counts: Integers, drawn: Integers) -> Floats:
    """Two-sided p of each lag among those of drawn neighbours.

    Parameters
    ----------
    z
        Values, one per commune.
    lag, counts
        Mean over the neighbours of each commune, and their number.
    drawn
        Permutations × largest count: positions among the others of each commune, which are all
        the communes but itself, in order.
    """
    extreme = np.empty(len(z), dtype=np.int64)
    for count in np.unique(counts):
        alike = np.flatnonzero(counts == count)
        for rows, sums in _drawn_sums(z, drawn[:, :count], alike):
            means, observed = sums / count, lag[rows, None]
            above = np.count_nonzero(means >= observed - _TIE, axis=1)
            below = np.count_nonzero(means <= observed + _TIE, axis=1)
            extreme[rows] = np.minimum(above, below)
    return np.minimum(1.0, 2 * (extreme + 1) / (len(drawn) + 1))


def _drawn_sums(z: Floats, drawn: Integers, rows: Integers) -> Iterator[tuple[Integers, Floats]]:
    """Sum the drawn values, some rows at a time: rows × permutations.

    The position a among the others of row i is the commune a when a < i, else a + 1. From one row
    to the next nearly all sums are the same: only what changes is added.
    """
    sums = z[drawn + 1].sum(axis=1)
    changes_at = np.searchsorted(rows, drawn.ravel(), side="right")
    change = (z[drawn] - z[drawn + 1]).ravel()
    permutation = np.repeat(np.arange(len(drawn)), drawn.shape[1])
    order = np.argsort(changes_at, kind="stable")
    for start in range(0, len(rows), _ROWS):
        here = rows[start : start + _ROWS]
        first, last = np.searchsorted(changes_at[order], [start, start + len(here)])
        now = order[first:last]
        steps = np.zeros((len(here), len(drawn)))
        np.add.at(steps, (changes_at[now] - start, permutation[now]), change[now])
        steps[0] += sums
        np.cumsum(steps, axis=0, out=steps)
        sums = steps[-1]
        yield here, steps

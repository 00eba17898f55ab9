"""Twins: the territories nearest to each by their traits, and its gaps to them.

Distance is that of Euclid between standardised traits (`carto.planning.likeness.traits`). A
territory is never its own twin; its neighbours may be. Ties are settled by code.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from carto.planning.likeness.traits import Traits

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

# Candidates looked at beyond those wanted, so that equal distances are settled by code.
_TIES = 8
_DECIMALS = 6


@dataclass(frozen=True)
class Twins:
    """Nearest territories of n ones.

    Attributes
    ----------
    positions
        Shape (n, count), nearest first; −1 where there is none.
    distances
        Shape (n, count); NaN where there is none.
    compared
        How many territories were compared, each with all the others.
    """

    positions: Rows
    distances: Floats
    compared: int


def find_twins(traits: Traits, count: int) -> Twins:
    """Find the twins of each territory; one with an unknown trait has none, and is none.

    Parameters
    ----------
    traits
        Of territories sorted by code.
    count
        How many twins; fewer are found among fewer territories.

    Examples
    --------
    >>> found = find_twins(Traits(("population",), np.array([[0.0], [1.0], [5.0], [1.5]])), 2)
    >>> found.positions.tolist()
    [[1, 3], [3, 0], [3, 1], [1, 0]]
    """
    rows = np.flatnonzero(traits.is_known) if traits.names else np.array([], dtype=np.intp)
    positions = np.full((len(traits.values), count), -1, dtype=np.intp)
    distances = np.full((len(traits.values), count), np.nan)
    wanted = min(count, len(rows) - 1)
    if wanted > 0:
        points = traits.values[rows]
        candidates = min(len(rows), count + 1 + _TIES)
        nearest, found = cKDTree(points).query(points, k=candidates)
        apart = np.asarray(nearest).round(_DECIMALS)
        apart[found == np.arange(len(rows))[:, None]] = np.inf
        order = np.lexsort((found, apart), axis=1)[:, :wanted]
        positions[rows, :wanted] = rows[np.take_along_axis(found, order, axis=1)]
        distances[rows, :wanted] = np.take_along_axis(apart, order, axis=1)
    return Twins(positions, distances, len(rows))


def twins_median(values: Floats, twins: Twins) -> tuple[Floats, NDArray[np.int64]]:
    """Compute the median of a value among the twins of each territory.

    Parameters
    ----------
    values
        One per territory; NaN where unknown, which leaves that twin out.
    twins
        Twins of the same territories.

    Returns
    -------
    medians
        Shape (n,); NaN where no twin is known.
    known
        How many twins are known, shape (n,).
    """
    of_twins = np.where(twins.positions >= 0, values[twins.positions], np.nan)
    known = (~np.isnan(of_twins)).sum(axis=1)
    medians = np.full(len(values), np.nan)
    some = known > 0
    medians[some] = np.nanmedian(of_twins[some], axis=1)
    return medians, known

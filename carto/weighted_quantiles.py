"""Quantiles among people: the value under which a share of the inhabitants live."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def weighted_quantiles(values: ArrayLike, people: ArrayLike, percents: Sequence[float]) -> Floats:
    """Compute quantiles weighted by population.

    The quantile of p % is the lowest value x such that at least p % of the people live in a
    commune of x or less (inverse of the distribution function, without interpolation): it always
    is the value of a commune.

    Parameters
    ----------
    values
        One per commune; NaN where unknown, which leaves the commune out.
    people
        Inhabitants of each commune, at least 0; NaN counts as nobody.
    percents
        From 0 to 100.

    Returns
    -------
    numpy.ndarray of float
        One per percent; NaN when nobody is counted.

    Examples
    --------
    >>> weighted_quantiles([3.0, 1.0, 2.0], [10, 80, 10], [50, 80, 81, 100]).tolist()
    [1.0, 1.0, 2.0, 3.0]
    """
    x, weights = np.asarray(values, dtype=float), np.nan_to_num(np.asarray(people, dtype=float))
    counted = ~np.isnan(x) & (weights > 0)
    if not counted.any():
        return np.full(len(percents), np.nan)
    order = np.argsort(x[counted], kind="stable")
    rising, reached = x[counted][order], np.cumsum(weights[counted][order])
    # Populations are whole numbers: sums are exact, and so is a share that falls on a commune. Of
    # other weights, the share of all may be rounded beyond all.
    wanted = np.minimum(np.asarray(percents, dtype=float) * reached[-1] / 100, reached[-1])
    return np.asarray(rising[np.searchsorted(reached, wanted, side="left")])

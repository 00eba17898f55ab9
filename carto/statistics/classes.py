"""Classes of values for a legend: quantiles, and natural breaks (Fisher, 1958; Jenks, 1977).

Maps are drawn with fixed thresholds, so that two dates compare. Classes made from the values serve
to explore them: they change with the data, and with the territory.

Bounds are the upper ends of the classes, the last one the maximum; a value equal to a bound is in
the class below it, as in PySAL (`mapclassify`), which the tests compare with.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# Natural breaks are sought among so many evenly spaced ranks: 32 MB of costs.
_MOST_RANKS = 2000

_MOST_DECIMALS = 9


def quantile_bounds(values: ArrayLike, count: int) -> Floats:
    """Bound classes that hold equally many values.

    Parameters
    ----------
    values
        Numbers; NaN where unknown, which are left out.
    count
        Classes wanted; equal bounds make one class, so that there may be fewer.

    Returns
    -------
    numpy.ndarray of float
        Upper bounds, rising; empty without values.

    Examples
    --------
    >>> quantile_bounds([1, 2, 3, 4, 5, float("nan")], 2).tolist()
    [3.0, 5.0]
    """
    known = _known(values)
    if not known.size:
        return known
    return np.unique(np.quantile(known, np.arange(1, count + 1) / count))


def natural_bounds(values: ArrayLike, count: int) -> Floats:
    """Bound classes whose values are as alike as can be: least sum of squares inside classes.

    The best classes are found, not approached: sums of squares of all runs of values, then the
    best last class for each number of classes. Beyond 2,000 distinct values, bounds are sought
    among 2,000 of them, evenly spaced by rank.

    Parameters and result are those of `quantile_bounds`; fewer distinct values than classes are
    each a class.

    Examples
    --------
    >>> natural_bounds([1, 2, 9, 10, 11, 50], 3).tolist()
    [2.0, 11.0, 50.0]
    """
    known = _known(values)
    distinct, times = np.unique(known, return_counts=True)
    if len(distinct) <= count:
        return distinct
    ranks = min(len(distinct), _MOST_RANKS)
    ends = np.linspace(0, len(distinct), ranks + 1).round().astype(int)
    costs = _costs(distinct - known.mean(), times, ends)
    best, first_of_last = costs[0], []
    for _ in range(count - 1):
        # best[i − 1] is the least cost of the runs before i; a class starts at i.
        with_last = np.concatenate([[np.inf], best[:-1]])[:, None] + costs
        first_of_last.append(with_last.argmin(axis=0))
        best = with_last.min(axis=0)
    last = ranks - 1
    bounds = [last]
    for first in reversed(first_of_last):
        last = int(first[last]) - 1
        bounds.append(last)
    return np.asarray(distinct[ends[1:][bounds[::-1]] - 1])


def breaks_between(values: ArrayLike, bounds: ArrayLike, *, is_left_open: bool) -> list[float]:
    """Find the shortest numbers that part classes of values as their bounds do.

    A bound is a value, with decimals that say nothing; any number up to the next value parts the
    same classes.

    Parameters
    ----------
    values
        Numbers; NaN where unknown, which are left out.
    bounds
        Upper bounds of the classes, as the functions above give them.
    is_left_open
        Whether a value equal to a break is in the class below it.

    Returns
    -------
    list of float
        One break fewer than there are classes; a class without a value has none.

    Examples
    --------
    >>> breaks_between([1, 2.004, 9.871, 11.5, 50], [2.004, 11.5, 50], is_left_open=False)
    [9.0, 50.0]
    >>> breaks_between([3, 4, 7, 8], [4, 8], is_left_open=True)
    [4.0]
    """
    distinct = np.unique(_known(values))
    ends = np.unique(np.searchsorted(distinct, np.asarray(bounds, dtype=float), side="right"))
    gaps = ((float(distinct[end - 1]), float(distinct[end])) for end in ends if end < len(distinct))
    return [_up_from(*gap) if is_left_open else -_up_from(-gap[1], -gap[0]) for gap in gaps]


def _up_from(low: float, high: float) -> float:
    """Shortest number from `low`, itself if it is whole, up to but without `high`."""
    if low == int(low):
        return low
    for decimals in range(_MOST_DECIMALS):
        step = 10**decimals
        found = round((np.floor(low * step) + 1) / step, decimals)
        if low < found < high:
            return float(found)
    return low


def _costs(distinct: Floats, times: NDArray[np.int64], ends: NDArray[np.int64]) -> Floats:
    """Sum of squares around the mean of the values from run i to run j; infinite when j < i."""
    sums = [
        np.concatenate([[0.0], np.cumsum(times * distinct**power)])[ends] for power in (0, 1, 2)
    ]
    number, total, squares = (found[None, 1:] - found[:-1, None] for found in sums)
    with np.errstate(divide="ignore", invalid="ignore"):
        costs = np.where(number > 0, squares - total**2 / number, np.inf)
    return np.maximum(costs, 0)


def _known(values: ArrayLike) -> Floats:
    """Leave out the unknown values."""
    array = np.asarray(values, dtype=float)
    known: Floats = array[~np.isnan(array)]
    return known

"""Need for help by income, 1 (low) to 10 (high).

Variant `revenu`, declared wherever it is used: the score comes from the commune's median standard
of living (INSEE Filosofi) against national population-weighted deciles. It stands in for the mean
of the poverty, age and diploma scores while those are not supplied, and says less than they do.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.verdict.parameters import Need


def need_by_income(niveau_vie_median: ArrayLike, need: Need) -> NDArray[np.float64]:
    """Score communes by their median standard of living.

    Parameters
    ----------
    niveau_vie_median
        € a year per consumption unit; NaN where INSEE does not publish it.
    need
        Nine rising national deciles.

    Returns
    -------
    numpy.ndarray of float
        10 below the first decile, 1 from the ninth on; NaN where the income is missing.

    Examples
    --------
    >>> need_by_income([18389, 18390, 30000, float("nan")], Need()).tolist()
    [10.0, 9.0, 1.0, nan]
    """
    income = np.asarray(niveau_vie_median, dtype=float)
    reached = np.searchsorted(need.revenu_deciles, income, side="right")
    return np.where(np.isnan(income), np.nan, 10.0 - reached)

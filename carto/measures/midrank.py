"""Scores by rank among the people of the whole country.

    F(x) = (people below x + half of the people at x) / all people       class = ceil(10·F)

Ties share the middle of their ranks, so that a value that a fifth of the country has (the floor of
the poverty rates) is neither the best nor the worst of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

CLASSES = 10
# Sums of floats: a rank within this of a bound is at the bound.
_ROUNDING = 1e-9


def score_by_rank(values: ArrayLike, people: ArrayLike) -> NDArray[np.float64]:
    """Score values by their rank, weighted by people.

    Parameters
    ----------
    values
        One per commune, of the whole country, high is worst; NaN where unknown.
    people
        Inhabitants of each commune; NaN counts as nobody.

    Returns
    -------
    numpy.ndarray of float
        1 to 10; NaN where the value is unknown, and everywhere when nobody is counted.

    Examples
    --------
    >>> score_by_rank([5, 5, 20, float("nan")], [40, 40, 20, 50]).tolist()
    [4.0, 4.0, 9.0, nan]
    """
    array = np.asarray(values, dtype=float)
    weights = np.nan_to_num(np.asarray(people, dtype=float))
    scores = np.full(len(array), np.nan)
    known = ~np.isnan(array)
    if not weights[known].sum():
        return scores
    _, rank = np.unique(array[known], return_inverse=True)
    at = np.bincount(rank, weights=weights[known])
    share = (np.cumsum(at) - at / 2) / at.sum()
    classes = np.clip(np.ceil(CLASSES * share - _ROUNDING), 1, CLASSES)
    scores[known] = classes[rank]
    return scores

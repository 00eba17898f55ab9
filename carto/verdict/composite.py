"""The composite score, 0 to 100: it orders communes inside a class and decides nothing.

    o = ½·clip((T − 5)/25) + ½·(1 − clip(A/A_ref))
    b = clip((N − 1)/9)
    c = clip((1 − τ)/0.30)
    S = 100 · weighted mean of o, b, c       (equal weights)

Fixed goalposts, 1 is worst. A missing family makes the score missing. The mean is arithmetic, or
geometric when declared (`composite.aggregation`): a family at its best then brings the score to 0,
so it orders communes by how much their difficulties add to each other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.verdict.parameters import Parameters

Floats = NDArray[np.float64]

# Decimals of a published score.
SCORE_DECIMALS = 2


def composite_score(
    minutes: Floats, accessibility: Floats, need: Floats, taux: Floats, parameters: Parameters
) -> Floats:
    """Score of each commune.

    Parameters
    ----------
    minutes
        Travel time, infinite when no place is in reach.
    accessibility
        Hours a week per 1,000.
    need
        1 to 10.
    taux
        Share 0–1 of `locaux_raccordables`.

    Returns
    -------
    numpy.ndarray of float
        0 to 100; NaN where a family is missing.
    """
    families = score_families(minutes, accessibility, need, taux, parameters)
    weights = np.asarray(parameters.composite.weights, dtype=float)
    return aggregate(families, weights, parameters.composite.aggregation)


def score_families(
    minutes: Floats, accessibility: Floats, need: Floats, taux: Floats, parameters: Parameters
) -> Floats:
    """Put each family between its goalposts: 0 at its best, 1 at its worst.

    Parameters
    ----------
    minutes, accessibility, need, taux
        As for `composite_score`, shape (n,).

    Returns
    -------
    numpy.ndarray of float, shape (n, 3)
        Supply, need, fibre; NaN where missing.
    """
    quick, slow = parameters.composite.time
    time = np.clip((minutes - quick) / (slow - quick), 0, 1)
    supply = 1 - np.clip(accessibility / parameters.alerts.apl_ref, 0, 1)
    return np.column_stack(
        [
            (time + supply) / 2,
            np.clip((need - 1) / 9, 0, 1),
            np.clip((1 - taux) / (1 - parameters.composite.fibre_floor), 0, 1),
        ]
    )


def aggregate(families: Floats, weights: Floats, aggregation: str) -> Floats:
    """Weighted mean of the families, times 100.

    Parameters
    ----------
    families
        Shape (n, 3), 0 to 1.
    weights
        Shape (3,), or (3, draws) for many sets at once; they need not sum to 1.
    aggregation
        A name of `carto.verdict.parameters.AGGREGATIONS`.

    Returns
    -------
    numpy.ndarray of float, shape (n,) or (n, draws)
        0 to 100; NaN where a family is missing.

    Examples
    --------
    >>> both = [aggregate(np.array([[0.25, 1.0, 1.0]]), np.array([1.0, 1.0, 0.0]), name)
    ...         for name in ("arithmetic", "geometric")]
    >>> [float(score[0]) for score in both]
    [62.5, 50.0]
    """
    shares = weights / weights.sum(axis=0)
    if aggregation == "arithmetic":
        return np.asarray(100 * (families @ shares))
    powers = [np.power.outer(*pair) for pair in zip(families.T, shares, strict=True)]
    score = np.asarray(100 * np.multiply.reduce(powers))
    # A power of 0, that of a family of no weight, is 1 even where the family is missing.
    score[np.isnan(families).any(axis=1)] = np.nan
    return score

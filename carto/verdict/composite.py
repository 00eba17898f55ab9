"""The composite score, 0 to 100: it orders communes inside a class and decides nothing.

    o = ½·clip((T − 5)/25) + ½·(1 − clip(A/A_ref))
    b = clip((N − 1)/9)
    c = clip((1 − τ)/0.30)
    S = 100 · weighted mean of o, b, c       (equal weights)

Fixed goalposts, 1 is worst. A missing family makes the score missing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.verdict.parameters import Parameters

Floats = NDArray[np.float64]


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
    composite = parameters.composite
    quick, slow = composite.time
    time = np.clip((minutes - quick) / (slow - quick), 0, 1)
    supply = 1 - np.clip(accessibility / parameters.alerts.apl_ref, 0, 1)
    families = np.stack(
        [
            (time + supply) / 2,
            np.clip((need - 1) / 9, 0, 1),
            np.clip((1 - taux) / (1 - composite.fibre_floor), 0, 1),
        ]
    )
    weights = np.asarray(composite.weights, dtype=float)
    return np.asarray(100 * np.tensordot(weights / weights.sum(), families, axes=1))

"""Revisions: connectable premises that fall from one quarter to the next, as a network does not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.verdict.parameters import Projection

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def revised(before: Floats, after: Floats, projection: Projection) -> Bools:
    """Whether connectable premises fall from one quarter to the next more than by chance.

    By more than `revision_share` of them, or more than `revision_premises`.

    >>> counts = np.array([100.0, 100.0, 5000.0, np.nan])
    >>> revised(counts, np.array([98.0, 97.0, 4989.0, 1.0]), Projection()).tolist()
    [False, True, True, False]
    """
    fall = before - after
    return np.asarray(
        (fall > projection.revision_share * before) & (fall > 0)
        | (fall > projection.revision_premises)
    )

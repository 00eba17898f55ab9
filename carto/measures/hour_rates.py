"""The unit of accessibility: hours a week per 1,000 inhabitants, and how finely it is published."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WEEKS_PER_YEAR = 52
# Two rates closer than this are the same number; it is the precision of publication.
DECIMALS = 4


def per_week_per_1000(hours_per_year_per_inhabitant: Floats) -> Floats:
    """Turn hours a year per inhabitant into hours a week per 1,000 inhabitants.

    Examples
    --------
    >>> per_week_per_1000(np.array([0.052])).tolist()
    [1.0]
    """
    return hours_per_year_per_inhabitant * 1000 / WEEKS_PER_YEAR

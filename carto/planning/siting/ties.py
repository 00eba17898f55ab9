"""Ties: of answers that are as good, the one whose candidates come first by code.

    ε_j = 10⁻⁶ · U · (j + 1) / m       added to the cost of the candidate j of m, sorted by code

U is the most that one candidate can bring alone, so N of them cost together less than a millionth
of what N best ones would bring: two answers that differ by more are never exchanged. What brings
nothing is never opened, since it costs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHARE = 1e-6
# Two losses closer than this share of them are the same number, added up in another order.
ROUNDING = 1e-9


def tie_costs(alone: Floats) -> Floats:
    """Cost of opening each candidate, so small that it only settles ties.

    Parameters
    ----------
    alone
        What each candidate brings when it opens alone; candidates are sorted by code.

    Examples
    --------
    >>> tie_costs(np.array([50.0, 100.0])).round(9).tolist()
    [5e-05, 0.0001]
    """
    size = len(alone)
    greatest = float(alone.max(initial=0.0))
    return SHARE * greatest * np.arange(1, size + 1, dtype=float) / max(size, 1)


def first_least(losses: Floats) -> int:
    """Position of the least loss; of those that are equal but for rounding, the first.

    >>> first_least(np.array([3.0, 1.0 + 1e-13, 1.0]))
    1
    """
    least = losses.min()
    return int(np.argmax(losses <= least + ROUNDING * max(1.0, abs(least))))

"""Round lengths for the scale bars of maps."""

from __future__ import annotations

import math


def round_length(kilometres: float) -> float:
    """Largest of 1, 2, 5 × 10ⁿ not above a length, both in kilometres.

    >>> round_length(17.2), round_length(0.7)
    (10.0, 0.5)
    """
    power = 10.0 ** math.floor(math.log10(kilometres))
    return max(step * power for step in (1, 2, 5) if step * power <= kilometres)

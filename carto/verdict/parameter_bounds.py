"""What a reader may change of the rule of the verdicts, and within which bounds.

The bounds of a scale (need, coverage, class of closure) are those of the method itself
(`carto.verdict.parameter_rules`). A time and a ratio have none: there a reader is kept to values
that still tell communes apart, and an operator may go further.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Least and greatest value of a parameter, both allowed, and the step of a form."""

    least: float
    most: float
    step: float

    def hold(self, value: float) -> bool:
        """Whether a value lies between the bounds.

        >>> Bounds(1, 10, 0.5).hold(10), Bounds(1, 10, 0.5).hold(10.01)
        (True, False)
        """
        return self.least <= value <= self.most


# Dotted name of a threshold → what a reader may make of it.
THRESHOLD_BOUNDS: Mapping[str, Bounds] = {
    "alerts.time_min": Bounds(5, 60, 1),
    "alerts.apl_ratio": Bounds(0.05, 2, 0.05),
    "alerts.need": Bounds(1, 10, 0.5),
    "alerts.fibre_pct": Bounds(0, 100, 1),
    "alerts.copper_class": Bounds(1, 4, 1),
}
# Each weight of the score, a whole number; they are divided by their sum.
WEIGHT_BOUNDS = Bounds(0, 10, 1)

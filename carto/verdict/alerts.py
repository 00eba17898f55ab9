"""Three alerts per commune, each true, false or unknown.

    O  offre          T > 20 min, or A < 0.5 · A_ref
    B  besoin         N ≥ 7
    C  connectivité   τ < 95 %, or copper closes before the fibre is ready (CU2 or more)

An unknown value is not a false one: an alert is kept as the two truths it may still take
(Kleene's strong logic): `low` is true when it holds for sure, `high` when it may hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.verdict.parameters import Alerts

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Alert:
    """A three-valued alert of n communes: `low` implies `high`; unknown where they differ."""

    low: Bools
    high: Bools

    @property
    def known(self) -> Bools:
        """Where the alert is decided."""
        return np.asarray(self.low == self.high)

    def __or__(self, other: Alert) -> Alert:
        """Kleene's OR: one sure truth suffices."""
        return Alert(self.low | other.low, self.high | other.high)

    def as_list(self) -> list[bool | None]:
        """Truth of each commune, None where unknown."""
        return [
            bool(low) if low == high else None
            for low, high in zip(self.low, self.high, strict=True)
        ]


def below(values: ArrayLike, threshold: float) -> Alert:
    """Raise where a value lies under the threshold; unknown where it is missing.

    Examples
    --------
    >>> below([0.9, 0.95, float("nan")], 0.95).as_list()
    [True, False, None]
    """
    array = np.asarray(values, dtype=float)
    unknown = np.isnan(array)
    return Alert((array < threshold) & ~unknown, (array < threshold) | unknown)


def at_least(values: ArrayLike, threshold: float) -> Alert:
    """Raise where a value reaches the threshold; unknown where it is missing."""
    array = np.asarray(values, dtype=float)
    unknown = np.isnan(array)
    return Alert((array >= threshold) & ~unknown, (array >= threshold) | unknown)


def above(values: ArrayLike, threshold: float) -> Alert:
    """Raise where a value exceeds the threshold; unknown where it is missing."""
    array = np.asarray(values, dtype=float)
    unknown = np.isnan(array)
    return Alert((array > threshold) & ~unknown, (array > threshold) | unknown)


def between_bounds(lowest: Floats, highest: Floats, threshold: float) -> Alert:
    """Raise where a bounded value lies under the threshold; unknown where the bounds disagree.

    Examples
    --------
    >>> between_bounds(np.array([0.1, 0.1, 0.5]), np.array([0.2, 0.9, 0.9]), 0.3).as_list()
    [True, None, False]
    """
    return Alert(below(highest, threshold).low, below(lowest, threshold).high)


def offre(minutes: Floats, lowest: Floats, highest: Floats, alerts: Alerts) -> Alert:
    """Alert on supply: no place within reach, or too few hours for the people around.

    Parameters
    ----------
    minutes
        Travel time to the nearest place; infinite when none, NaN when unknown.
    lowest, highest
        Bounds of the accessibility, hours a week per 1,000; equal when it is not bounded.
    """
    return above(minutes, alerts.time_min) | between_bounds(
        lowest, highest, alerts.accessibility_min
    )


def besoin(need: Floats, alerts: Alerts) -> Alert:
    """Alert on need, 1–10; NaN unknown."""
    return at_least(need, alerts.need)


def connectivite(taux_couverture_ftth: Floats, copper_levels: Floats, alerts: Alerts) -> Alert:
    """Alert on the network: fibre too rare, or copper closing before it is ready.

    Parameters
    ----------
    taux_couverture_ftth
        Share 0–1; NaN unknown.
    copper_levels
        Class of closure, 0–4 (`carto.measures.copper_classes.judged_levels`): 0 where no closure is
        announced, so everywhere without a source of its dates; NaN unknown.
    """
    fibre = below(taux_couverture_ftth, alerts.fibre_pct / 100)
    return fibre | at_least(copper_levels, alerts.copper_class)

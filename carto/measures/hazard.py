"""Completion hazard: the share of the premises left that become connectable in one quarter.

    N_i = max(R_t − R_{t−w}, 0)        E_i = Σ U_s over s = t−w … t−1
    h_g = ΣN / ΣE over a group         h_i = (N_i + κ·h_g) / (E_i + κ)
    Û(t + q) = U_t (1 − h_i)^q

A straight line promises too much near the end, where the last premises are the slowest: the hazard
acts on what is left. Few premises say little of a pace: κ, in premises × quarters, draws that of a
commune towards its group's (empirical Bayes).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.measures.rollout import Rollout

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_DECIMALS = 9


@dataclass(frozen=True)
class Pace:
    """What was observed of n territories: new premises, and premises × quarters exposed."""

    new: Floats
    exposure: Floats


def observed_pace(rollout: Rollout, at: int, window: int) -> Pace:
    """Count new premises, and those left, over the `window` quarters that end at column `at`."""
    new = np.maximum(rollout.connectable[:, at] - rollout.connectable[:, at - window], 0.0)
    return Pace(new, rollout.left[:, at - window : at].sum(axis=1))


def shrunk_hazard(pace: Pace, group: NDArray[np.int64], usable: Bools, kappa: float) -> Floats:
    """Hazard of each territory, drawn towards that of its group.

    Parameters
    ----------
    pace
        What was observed.
    group
        Rank of the group of each territory, (n,).
    usable
        Territories whose pace may be believed, (n,); the others do not weigh on their group.
    kappa
        Weight of the group, premises × quarters; 0 leaves each territory to itself.

    Returns
    -------
    numpy.ndarray
        float64 from 0 to 1, (n,); NaN where not `usable`.

    Examples
    --------
    >>> pace = Pace(np.array([10.0, 30.0]), np.array([100.0, 100.0]))
    >>> both = np.array([True, True])
    >>> shrunk_hazard(pace, np.array([0, 0]), both, 100.0).tolist()
    [0.15, 0.25]
    """
    new = np.where(usable, pace.new, 0.0)
    exposure = np.where(usable, pace.exposure, 0.0)
    totals = (np.bincount(group, weights).astype(np.float64) for weights in (new, exposure))
    of_group = _ratio(*totals)[group]
    hazard = _ratio(new + kappa * of_group, exposure + kappa)
    return np.where(usable, np.clip(hazard, 0.0, 1.0), np.nan)


def left_after(left: Floats, hazard: Floats, quarters: Floats) -> Floats:
    """Premises left after some quarters, which may be a part of one; shapes broadcast."""
    return np.asarray(left * (1.0 - hazard) ** quarters)


def quarters_to(target: float, premises: Floats, left: Floats, hazard: Floats) -> Floats:
    """Quarters until a rate is reached: 0 when it is, infinite when it never will be.

    q = ln((1 − c)·L / U) / ln(1 − h), whole quarters, rounded up.

    Examples
    --------
    >>> premises, left = np.full(3, 1000.0), np.array([100.0, 100.0, 50.0])
    >>> quarters_to(0.95, premises, left, np.array([0.1, 0.0, 0.1])).tolist()
    [7.0, inf, 0.0]
    """
    allowed = (1.0 - target) * premises
    reached = left <= allowed * (1.0 + 10.0**-_DECIMALS)
    with np.errstate(divide="ignore", invalid="ignore"):
        exact = np.log(allowed / left) / np.log1p(-hazard)
    needed = np.ceil(np.round(np.where(hazard > 0, exact, np.inf), _DECIMALS))
    return np.where(np.isnan(hazard), np.nan, np.where(reached, 0.0, np.maximum(needed, 1.0)))


def _ratio(numerator: Floats, denominator: Floats) -> Floats:
    """Divide; 0 where there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(denominator > 0, numerator / denominator, 0.0)

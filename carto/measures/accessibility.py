"""Accessibilité potentielle localisée à la médiation numérique (APL-MN), by E2SFCA.

    ρ_j = H_j / Σ_k w_kj D_k          supply of place j per standardised inhabitant in its reach
    A_i = Σ_j w_ij ρ_j                hours a year per standardised inhabitant

Enhanced two-step floating catchment area (Luo and Qi 2009), the logic of DREES's APL: supply in
hours, demand of all communes around, on both sides. A place that nobody can reach gives nothing.
A commune with no place in reach has a true zero, not a missing value.

Invariants: Σ A·D = Σ H over reachable places; A is linear in H; adding a place never lowers A (but
see `carto.measures.catchment` for 3SFCA). Unit of display everywhere: hours a week per 1,000
standardised inhabitants.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from carto.measures.hour_rates import DECIMALS, per_week_per_1000

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Bounds:
    """Accessibility of n communes between two bounds, equal where it is known.

    Attributes
    ----------
    low, high
        Hours a week per 1,000 standardised inhabitants, rounded as published; NaN where the
        population of the commune is unknown.
    """

    low: Floats
    high: Floats

    @property
    def apart(self) -> Bools:
        """Where the accessibility is only known between its bounds."""
        return np.asarray(self.low != self.high) & ~np.isnan(self.low)


def supply_ratios(weights: csr_matrix, demand: Floats, supply: Floats) -> Floats:
    """First step: supply of each place per inhabitant in its catchment.

    Parameters
    ----------
    weights
        Shape (communes, places).
    demand
        Standardised inhabitants of each commune, shape (communes,); no missing value.
    supply
        Hours of each place, shape (places,).

    Returns
    -------
    numpy.ndarray of float, shape (places,)
        0 where nobody is in reach.
    """
    in_reach: Floats = np.asarray(weights.T @ demand, dtype=float)
    ratios: Floats = np.zeros(len(supply))
    np.divide(supply, in_reach, out=ratios, where=in_reach > 0)
    return ratios


def accessibility(weights: csr_matrix, demand: Floats, supply: Floats) -> Floats:
    """Both steps: supply per inhabitant that each commune can reach.

    Returns
    -------
    numpy.ndarray of float, shape (communes,)
        In the unit of `supply` per inhabitant; 0 when nothing is in reach.

    Examples
    --------
    >>> reach = csr_matrix(np.array([[1.0], [1.0]]))
    >>> accessibility(reach, np.array([10.0, 30.0]), np.array([80.0])).tolist()
    [2.0, 2.0]
    """
    return np.asarray(weights @ supply_ratios(weights, demand, supply))


def bound(weights: csr_matrix, demand: Floats, supply: Floats, is_known_around: Bools) -> Bounds:
    """Bound the accessibility where some of the people who share a place are unknown.

    Parameters
    ----------
    weights
        Shape (communes, places).
    demand
        Standardised inhabitants of each commune; NaN where unknown.
    supply
        Hours a year of each place.
    is_known_around
        Whether the people around each place are in the data.

    Returns
    -------
    Bounds
        Without the places that unknown people share (low), and with them (high).

    Examples
    --------
    >>> reach, one = csr_matrix(np.array([[1.0]])), np.array([1000.0])
    >>> found = bound(reach, one, np.array([52.0]), np.array([False]))
    >>> found.low.tolist(), found.high.tolist()
    ([0.0], [1.0])
    """
    known = is_known_around & ~is_shared_with_unknown(weights, demand)
    high = published_rates(weights, demand, supply)
    if known.all():
        return Bounds(high, high)
    return Bounds(published_rates(weights, demand, np.where(known, supply, 0.0)), high)


def is_shared_with_unknown(weights: csr_matrix, demand: Floats) -> Bools:
    """Whether a commune of unknown demand reaches each place, shape (places,)."""
    return np.asarray(weights.T @ np.isnan(demand).astype(float) > 0)


def published_rates(weights: csr_matrix, demand: Floats, supply: Floats) -> Floats:
    """Compute the accessibility as published; unknown demand is NaN, and shares nothing."""
    rates = per_week_per_1000(accessibility(weights, np.nan_to_num(demand), supply))
    return np.where(np.isnan(demand), np.nan, rates.round(DECIMALS))

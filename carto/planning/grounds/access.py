"""The accessibility of a ground, on dense arrays: the same two steps as the published one.

    ρ_j = H_j / Σ_k w_kj D_k,    A_i = Σ_j w_ij ρ_j          see `carto.measures.accessibility`

With 3SFCA, weights are first shared by what people choose (`carto.measures.catchment`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carto.measures.hour_rates import per_week_per_1000
from carto.planning.grounds.ground import Bools, Floats


@dataclass(frozen=True, eq=False)
class Access:
    """Accessibility of n communes between two bounds, not rounded; NaN where nobody is known.

    Attributes
    ----------
    low, high
        Hours a week per 1,000 standardised inhabitants, without the places that unknown people
        share, and with them.
    """

    low: Floats
    high: Floats


def access(
    weights: Floats, demand: Floats, hours: Floats, is_known_around: Bools, method: str
) -> Access:
    """Share the hours of places among the people who reach them.

    Parameters
    ----------
    weights
        Pull of each place on each commune, shape (n, m), before anybody chooses.
    demand
        Standardised inhabitants of each commune, NaN where unknown.
    hours
        Hours a year of each place.
    is_known_around
        Whether the people around each place are in the data.
    method
        A name of `carto.verdict.parameters.METHODS`.

    Examples
    --------
    >>> one = np.ones((2, 1))
    >>> found = access(one, np.array([10.0, 30.0]), np.array([2080.0]), np.array([True]), "e2sfca")
    >>> found.high.tolist()
    [1000.0, 1000.0]
    """
    if method == "3sfca":
        weights = chosen(weights)
    known = is_known_around & ~(weights[np.isnan(demand)] > 0).any(axis=0)
    high = _rates(weights, demand, hours)
    low = high if known.all() else _rates(weights, demand, np.where(known, hours, 0.0))
    return Access(low, high)


def chosen(weights: Floats) -> Floats:
    """Weigh each place by the share of the people of a commune that choose it (3SFCA).

    >>> chosen(np.array([[1.0, 0.25], [0.0, 0.0]])).tolist()
    [[0.8, 0.05], [0.0, 0.0]]
    """
    whole = weights.sum(axis=1, keepdims=True)
    share = np.divide(weights, whole, out=np.zeros_like(weights), where=whole > 0)
    return np.asarray(weights * share)


def _rates(weights: Floats, demand: Floats, hours: Floats) -> Floats:
    """Hours a week per 1,000 inhabitants; unknown demand is NaN, and shares nothing."""
    in_reach = np.nan_to_num(demand) @ weights
    ratios = np.divide(hours, in_reach, out=np.zeros(len(hours)), where=in_reach > 0)
    return np.where(np.isnan(demand), np.nan, per_week_per_1000(weights @ ratios))

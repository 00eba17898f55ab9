"""Inequality among people: the Gini and Theil indices, weighted by population.

With x the value of a commune, P its people, W = ΣP and μ = ΣPx/W:

    Gini  = ΣᵢΣⱼ PᵢPⱼ|xᵢ − xⱼ| / (2 μ W²)                     0: all alike, 1: one has everything
    Theil = Σ (P/W)(x/μ) ln(x/μ), with 0·ln 0 = 0              0: all alike, ln W: one has all
          = Σ_g s_g ln(μ_g/μ)  +  Σ_g s_g Theil_g              between groups + within them

with s_g the share of the total Σ Px that group g holds (Theil, 1967; Shorrocks, 1980). Everybody
is given the value of their commune: differences inside communes are not seen. The other index of
Theil (mean log deviation) is infinite as soon as one value is zero, and a commune without any help
in reach is one: it is not computed.

Missing values and empty communes are left out; whoever publishes an index publishes the share of
people informed beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Theil:
    """The Theil index and its parts; all NaN when there is nothing to share.

    Attributes
    ----------
    total
        Index over all the people, in nats.
    between
        Part between the groups: what it would be if each were even.
    within
        Part inside the groups, `total` − `between`.
    """

    total: float
    between: float
    within: float


def gini(values: ArrayLike, people: ArrayLike) -> float:
    """Compute the Gini index among people.

    Parameters
    ----------
    values
        One per commune, at least 0; NaN where unknown.
    people
        Inhabitants of each commune; NaN counts as nobody.

    Returns
    -------
    float
        From 0 to less than 1; NaN when nobody is counted, or all have zero.

    Raises
    ------
    ValueError
        When a value or a number of people is negative.

    Examples
    --------
    >>> gini([0, 10], [50, 50]), gini([3, 3, float("nan")], [1, 2, 3])
    (0.5, 0.0)
    """
    value, weight, _ = _counted(values, people)
    order = np.argsort(value, kind="stable")
    held = (value * weight)[order]
    total = held.sum()
    if not total:
        return float("nan")
    cumulated = np.cumsum(held)
    area = weight[order] @ (2 * cumulated - held) / (weight.sum() * total)
    return max(0.0, float(1 - area))


def theil(values: ArrayLike, people: ArrayLike) -> float:
    """Compute the Theil index T among people, in nats.

    Parameters, missing values and errors are those of `gini`.

    Examples
    --------
    >>> round(theil([0, 10], [50, 50]), 6)
    0.693147
    """
    value, weight, _ = _counted(values, people)
    return _theil(value, weight)


def decompose(values: ArrayLike, people: ArrayLike, groups: ArrayLike) -> Theil:
    """Part the Theil index between groups and within them.

    Parameters
    ----------
    values, people
        As for `gini`.
    groups
        Group of each commune, any sortable value; a commune of no group is one of its own and is
        to be given a name that no other has.

    Raises
    ------
    ValueError
        As for `gini`.

    Examples
    --------
    >>> parted = decompose([1, 3, 2, 2], [1, 1, 1, 1], ["a", "a", "b", "b"])
    >>> parted.between, parted.total == parted.within
    (0.0, True)
    """
    value, weight, counted = _counted(values, people)
    _, group = np.unique(np.asarray(groups)[counted], return_inverse=True)
    of_group: Floats = np.bincount(group, weights=weight).astype(float)
    mean_of_group = np.bincount(group, weights=value * weight) / of_group
    total = _theil(value, weight)
    between = float(np.minimum(_theil(mean_of_group, of_group), total))
    return Theil(total, between, total - between)


def _theil(value: Floats, weight: Floats) -> float:
    """Compute the Theil index of counted values; NaN when their total is zero."""
    total = value @ weight
    if not total:
        return float("nan")
    if np.ptp(value) == 0:
        # Exactly: a rest of rounding would be parted like an index.
        return 0.0
    ratio = value / (total / weight.sum())
    logarithm = np.log(ratio, out=np.zeros_like(ratio), where=ratio > 0)
    return max(0.0, float((weight * ratio * logarithm).sum() / weight.sum()))


def _counted(values: ArrayLike, people: ArrayLike) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Keep the known values of communes with people, these people, and say which they are."""
    value, weight = np.asarray(values, dtype=float), np.asarray(people, dtype=float)
    if (value < 0).any() or (weight < 0).any():
        raise ValueError("Inequality is that of values and people of at least 0.")
    counted = ~np.isnan(value) & (weight > 0)
    return value[counted], weight[counted], counted

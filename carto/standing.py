"""Where a value stands among the people of a reference group, from its quantiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.reference import PERCENTS


@dataclass(frozen=True)
class Standing:
    """Shares of the people of a group (per 100) on either side of a value.

    Attributes
    ----------
    below
        At least this share live in a commune of a lower value; 0 when none can be told.
    above
        At least this share live in a commune of a higher value; 0 when none can be told.
    """

    below: int
    above: int


def position(value: float, quantiles: Sequence[float]) -> Standing:
    """Say how many people have less, and how many have more.

    Quantiles give a band, not a rank: the value of a commune between those of 10 % and 20 % is
    above that of at least 10 % of the people, and under that of at least 80 %.

    Parameters
    ----------
    value
        In the unit of the quantiles.
    quantiles
        Values of `carto.reference.PERCENTS`, rising; ties are allowed.

    Examples
    --------
    >>> position(0.15, [0.0, 0.1, 0.2, 0.3, 0.6, 1.2, 1.4, 2.4, 3.6])
    Standing(below=10, above=80)
    >>> position(0.0, [0.0, 0.1, 0.2, 0.3, 0.6, 1.2, 1.4, 2.4, 3.6])
    Standing(below=0, above=90)
    """
    pairs = list(zip(PERCENTS, quantiles, strict=True))
    under = [percent for percent, quantile in pairs if quantile < value]
    over = [percent for percent, quantile in pairs if quantile > value]
    return Standing(max(under, default=0), 100 - min(over, default=100))

"""Inequality of a territory: how unevenly the accessible supply is shared among its people.

Gini and Theil indices weighted by people (`carto.statistics.inequality`); of a département, a
région or France, also the part of the Theil index that lies between its EPCI.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped
from carto.statistics.inequality import decompose, gini, theil

DECIMALS = 4


def roll_up_inequality(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Measure how unevenly the accessible supply is shared in each territory.

    Parameters
    ----------
    grouped
        Column `accessibility`.

    Returns
    -------
    dict
        `accessibility_gini` and `accessibility_theil`, NaN when too few people are informed or
        nobody has any supply.
    """
    values = _informed(grouped)
    parts = list(zip(grouped.segments(values), grouped.segments(grouped.people), strict=True))
    return {
        "accessibility_gini": _rounded([gini(mine, people) for mine, people in parts]),
        "accessibility_theil": _rounded([theil(mine, people) for mine, people in parts]),
    }


def between_epci(grouped: Grouped) -> NDArray[np.float64]:
    """Share of the Theil index of each territory that lies between its EPCI.

    Parameters
    ----------
    grouped
        Columns `accessibility`, `siren_epci` (empty for a commune without EPCI, which is then a
        group of its own) and `code_insee`. Of an EPCI across a border, the part in the territory
        counts.

    Returns
    -------
    numpy.ndarray of float
        From 0 (EPCI are alike, communes differ) to 1; NaN where the index is missing or 0.
    """
    sirens, codes = grouped["siren_epci"], grouped["code_insee"]
    names = np.where(sirens == "", codes, sirens).astype(str)
    columns = (_informed(grouped), grouped.people, names)
    found = [decompose(*mine) for mine in zip(*map(grouped.segments, columns), strict=True)]
    return _rounded([one.between / one.total if one.total else np.nan for one in found])


def _informed(grouped: Grouped) -> NDArray[np.float64]:
    """Take the accessibility of each pair, but where too few people are informed."""
    values = grouped["accessibility"]
    enough = grouped.is_enough(grouped.share(~np.isnan(values)))
    return np.where(enough[grouped.members.territory], values, np.nan)


def _rounded(values: list[float]) -> NDArray[Any]:
    """Make an array of indices, rounded."""
    return np.round(np.array(values, dtype=float), DECIMALS)

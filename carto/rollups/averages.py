"""Averages of a territory: what its people have, not what its communes have.

Means and medians are weighted by people and rest on the communes where the value is known. They are
published with the share of people informed, and not at all when it is too small.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped

# Column of communes: decimals of its mean.
AVERAGED = {"nearest_site_min": 2, "accessibility": 4, "need": 2, "ifn_total": 2}
MEDIAN = "accessibility"
# Column of communes, a count of people: name of its share of people informed.
COUNTED = {
    "people_65_count": "people_65_informed_share",
    "people_without_diploma_count": "people_without_diploma_informed_share",
}


def roll_up_averages(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Average the measures of each territory, and sum its people at risk.

    Parameters
    ----------
    grouped
        The columns of `AVERAGED` and `COUNTED`.

    Returns
    -------
    dict
        Mean and `…_informed_share` of each column of `AVERAGED`, `accessibility_median`, and sum
        and informed share of each column of `COUNTED`: the sum is that of the communes informed.
    """
    found: dict[str, NDArray[Any]] = {}
    for name, decimals in AVERAGED.items():
        values = grouped[name]
        informed = grouped.share(~np.isnan(values))
        enough = grouped.is_enough(informed)
        found[name] = np.where(enough, np.round(grouped.mean(values), decimals), np.nan)
        found[f"{name}_informed_share"] = informed
        if name == MEDIAN:
            found[f"{name}_median"] = np.where(enough, grouped.median(values), np.nan)
    for name, share in COUNTED.items():
        values = grouped[name]
        found[share] = grouped.share(~np.isnan(values))
        found[name] = np.where(
            grouped.is_enough(found[share]), np.round(grouped.sum(values), 2), np.nan
        )
    return found

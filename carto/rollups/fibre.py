"""Fibre of a territory: the ratio of sums, the premises left, the quarters that are added up.

    τ        ΣR / ΣL over the communes whose rate is known
    rest     Σ max(L − R, 0), commune by commune: an excess here hides no lack there

Files of two départements may be of two quarters; a territory across them adds both, and says so.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import SHARE_DECIMALS, Grouped

SUMMED = ("locaux", "locaux_raccordables", "locaux_restants")
SEPARATOR = "|"


def sum_premises(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Sum the premises of each territory and take the ratio of sums.

    Parameters
    ----------
    grouped
        Columns `locaux`, `locaux_raccordables`, `locaux_restants` and `taux_couverture_ftth`.

    Returns
    -------
    dict
        The three sums, `taux_couverture_ftth` (at most 1) and `fibre_informed_share`; the sums
        and the rate are NaN where too few people are informed.
    """
    known = ~np.isnan(grouped["taux_couverture_ftth"])
    informed = grouped.share(known)
    published = grouped.is_enough(informed) & (grouped.count_where(known) > 0)
    sums = {
        name: np.where(published, grouped.sum(np.where(known, grouped[name], 0)), np.nan)
        for name in SUMMED
    }
    rate = np.minimum(sums["locaux_raccordables"] / sums["locaux"], 1)
    return {
        **sums,
        "taux_couverture_ftth": np.round(rate, SHARE_DECIMALS),
        "fibre_informed_share": informed,
    }


def roll_up_fibre(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Sum the premises of each territory, and say of which quarters.

    Parameters
    ----------
    grouped
        Columns of `sum_premises`, and `fibre_quarter` (empty where missing).

    Returns
    -------
    dict
        What `sum_premises` gives, and `fibre_quarters`: the quarters of the communes summed,
        joined by `|`.
    """
    summed = sum_premises(grouped)
    published = ~np.isnan(summed["locaux"])
    known = ~np.isnan(grouped["taux_couverture_ftth"])
    quarters = np.where(known, grouped["fibre_quarter"], "")
    joined = [SEPARATOR.join(sorted(set(mine) - {""})) for mine in grouped.segments(quarters)]
    return {
        **summed,
        "fibre_quarters": np.array(
            [text if shown else None for text, shown in zip(joined, published, strict=True)],
            dtype=object,
        ),
    }

"""Rollups of local files: what a territory held, how much of it outside its centre, its relays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

SUMMED = {"ateliers_count": 0, "ateliers_heures": 2, "permanences_heures": 2}


def roll_up_local(group: Mapping[str, NDArray[Any]]) -> dict[str, object]:
    """Aggregate the local facts of the communes of one territory.

    Parameters
    ----------
    group
        Columns `population`, `ateliers_count`, `ateliers_heures`, `permanences_heures` and
        `is_commune_relais` (0 or 1), as floats, NaN where missing.

    Returns
    -------
    dict
        The sums over the communes where something was held, `ateliers_outside_centre_share` (share
        of workshops held outside the commune of most inhabitants) and `communes_relais_count`;
        None where no commune is known.
    """
    sums: dict[str, object] = {
        name: round(float(np.nansum(group[name])), decimals)
        if not np.isnan(group[name]).all()
        else None
        for name, decimals in SUMMED.items()
    }
    relays = group["is_commune_relais"]
    return sums | {
        "ateliers_outside_centre_share": _outside_centre(group),
        "communes_relais_count": None if np.isnan(relays).all() else int(np.nansum(relays)),
    }


def _outside_centre(group: Mapping[str, NDArray[Any]]) -> float | None:
    """Share of the workshops known to be held outside the commune of most inhabitants."""
    workshops, people = np.nan_to_num(group["ateliers_count"]), group["population"]
    total = float(workshops.sum())
    if not total or np.isnan(people).any():
        return None
    return round(1 - float(workshops[int(np.argmax(people))]) / total, 6)

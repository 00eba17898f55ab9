"""Rollups of local files: what a territory held, how much of it outside its centre, its relays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import SHARE_DECIMALS, Grouped

SUMMED = {
    **{"ateliers_count": 0, "ateliers_heures": 2, "permanences_heures": 2},
    "seances_heures_par_an": 2,
}


def roll_up_local(grouped: Grouped, fte_hours: float) -> dict[str, NDArray[Any]]:
    """Aggregate the local facts of the communes of each territory.

    Parameters
    ----------
    grouped
        Columns `ateliers_count`, `ateliers_heures`, `permanences_heures`, `seances_heures_par_an`,
        `mediateurs_etp` and `is_commune_relais` (0 or 1).
    fte_hours
        Hours of work a year of a full-time job.

    Returns
    -------
    dict
        The sums over the communes where something was held, `ateliers_outside_centre_share` (share
        of workshops held outside the commune of most inhabitants), `seances_etp_share` (hours of
        all sessions a year over those of work of the known mediators, NaN when more than these),
        `communes_relais_count` and `population_relais_share` (communes with a convention, share of
        people who live there, NaN as soon as one is in no list); NaN where no commune is known.
    """
    relays = grouped["is_commune_relais"]
    is_unlisted = grouped.count_where(np.isnan(relays)) > 0
    return {
        **{
            name: np.round(grouped.sum_if_known(grouped[name]), decimals)
            for name, decimals in SUMMED.items()
        },
        "seances_etp_share": _share_of_work(grouped, fte_hours),
        "ateliers_outside_centre_share": _outside_centre(grouped),
        "communes_relais_count": grouped.sum_if_known(relays),
        "population_relais_share": np.where(is_unlisted, np.nan, grouped.share(relays == 1)),
    }


def _share_of_work(grouped: Grouped, fte_hours: float) -> NDArray[np.float64]:
    """Share of the working time of the known mediators that sessions take."""
    sessions = grouped.sum_if_known(grouped["seances_heures_par_an"])
    work = fte_hours * grouped.sum_if_known(grouped["mediateurs_etp"])
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.round(sessions / work, SHARE_DECIMALS)
    return np.where((work > 0) & (sessions <= work), share, np.nan)


def _outside_centre(grouped: Grouped) -> NDArray[np.float64]:
    """Share of the workshops known to be held outside the commune of most inhabitants."""
    workshops = np.nan_to_num(grouped["ateliers_count"])
    territory = grouped.members.territory
    order = np.lexsort((-grouped.people, territory))
    first = order[np.searchsorted(territory, np.arange(grouped.members.count))]
    total = grouped.sum(workshops)
    with np.errstate(invalid="ignore", divide="ignore"):
        outside = np.round(1 - workshops[first] / total, SHARE_DECIMALS)
    return np.where((total > 0) & ~np.isnan(grouped.population), outside, np.nan)

"""Contributions: what each place within reach adds to the accessible supply of a commune.

    A_ij = w_ij ρ_j        so that Σ_j A_ij = A_i, the accessibility of the commune
    ρ_j = H_j / P_j        P_j = Σ_k w_kj D_k, the people who share the place

The terms of the sum of `carto.measures.accessibility`, place by place, with what each is made of:
they let anybody redo the calculation for a commune, and say which places it rests on. Both hold
for E2SFCA and for 3SFCA, whose weights already share each person between places.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.measures.accessibility import supply_ratios
from carto.measures.catchment import catchment_weights
from carto.measures.hour_rates import WEEKS_PER_YEAR, per_week_per_1000
from carto.measures.reach import Reach
from carto.tables.contributions import CONTRIBUTIONS
from carto.verdict.parameters import Catchment

# A small part of a small sum: more decimals than the sum has.
DECIMALS = 6
# Enough for the parts to be found again from the published hours and people.
HOURS_DECIMALS = 4
PEOPLE_DECIMALS = 2


def measure_contributions(
    communes: pd.DataFrame, reach: Reach | None, catchment: Catchment
) -> pd.DataFrame:
    """List the places that count for each published commune, and for how much.

    Parameters
    ----------
    communes
        The rows that `reach` was measured for, with `code_insee` and `is_published`.
    reach
        What the communes reach, or None without a source of places.
    catchment
        Weights of the catchment.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `contributions`: one row per commune and place of positive weight; none
        for a commune without a place in reach or of unknown population.
    """
    if reach is None:
        return pd.DataFrame(columns=list(CONTRIBUTIONS.names))
    found = reach.catchments
    weights = catchment_weights(found.trips, catchment)
    ratios = supply_ratios(weights, found.demand, found.hours)
    people = np.asarray(weights.T @ found.demand, dtype=float)
    shown = communes["is_published"].to_numpy(dtype=bool) & ~np.isnan(reach.high)
    kept = weights.tocoo()
    here = shown[kept.row]
    origin, place, weight = kept.row[here], kept.col[here], kept.data[here]
    trip = _trip_of(reach, origin, place)
    return pd.DataFrame(
        {
            "code_insee": communes["code_insee"].to_numpy()[origin],
            "site_id": found.place_ids[place].astype(object),
            "km": found.trips.km[trip].round(3),
            "minutes": found.trips.minutes[trip].round(2),
            "weight": weight.round(DECIMALS),
            "hours_per_week": (found.hours[place] / WEEKS_PER_YEAR).round(HOURS_DECIMALS),
            "people": people[place].round(PEOPLE_DECIMALS),
            "accessibility": per_week_per_1000(weight * ratios[place]).round(DECIMALS),
        }
    )


def _trip_of(
    reach: Reach, origin: NDArray[np.int32], place: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Position of the trip of each pair, trips being sorted by commune then place."""
    trips = reach.catchments.trips
    width = max(trips.shape[1], 1)
    return np.searchsorted(
        trips.origin * width + trips.place, origin.astype(np.int64) * width + place
    )

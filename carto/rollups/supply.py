"""Supply of a territory: its places, their hours, how many for its people, who lives far from them.

    places per 10,000           10,000 × Σ places / ΣP
    hours a year per 1,000      1,000 × 52 × Σ hours a week / ΣP

Both are ratios of sums, not published of less than `quality.min_pop_density` inhabitants: one place
in a village is 20 per 10,000. A place serves people of other territories too: a density says what
lies here, the accessibility what is within reach.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.rollups.far_people import people_beyond, people_beyond_where_they_live
from carto.rollups.grouped import Grouped
from carto.tables.rollup_columns import BEYOND_MIN
from carto.verdict.parameters import Parameters


def roll_up_supply(grouped: Grouped, parameters: Parameters) -> dict[str, NDArray[Any]]:
    """Count the places and hours of each territory, and the people who live far from any.

    Parameters
    ----------
    grouped
        Columns `sites_count`, `lieux_count`, `points_de_service_count`, `mediateurs_etp`,
        `hours_per_week`, `nearest_site_min`, `population_beyond_time_share`.
    parameters
        Threshold of time, least population of a density.

    Returns
    -------
    dict
        These counts and hours summed (of `mediateurs_etp` what is known), `sites_per_10000`,
        `hours_per_year_per_1000`,
        `population_beyond_time_share` (threshold of the alert), and
        `population_beyond_10_min_share` … `population_beyond_30_min_share`. NaN without a source
        of places. An island without a place is beyond any time. The first counts the people of
        each commune where they live, when that is known; the others all of them by its time.
    """
    sites = places_of(grouped)
    unknown = np.isnan(sites)
    hours = np.where(unknown, np.nan, grouped.sum(grouped["hours_per_week"]))
    is_many = grouped.population >= parameters.quality.min_pop_density
    people = np.where(is_many, grouped.population, np.nan)
    return {
        "sites_count": sites,
        "lieux_count": np.where(unknown, np.nan, grouped.sum(grouped["lieux_count"])),
        "points_de_service_count": np.where(
            unknown, np.nan, grouped.sum(grouped["points_de_service_count"])
        ),
        "mediateurs_etp": np.round(grouped.sum_if_known(grouped["mediateurs_etp"]), 3),
        "hours_per_week": np.round(hours, 2),
        "sites_per_10000": np.round(10_000 * sites / people, 2),
        "hours_per_year_per_1000": np.round(1000 * WEEKS_PER_YEAR * hours / people, 1),
        "population_beyond_time_share": people_beyond_where_they_live(
            grouped, parameters.alerts.time_min
        ),
        **{
            f"population_beyond_{limit}_min_share": people_beyond(grouped, limit)
            for limit in BEYOND_MIN
        },
    }


def places_of(grouped: Grouped) -> NDArray[np.float64]:
    """Count the places of each territory; NaN without a source."""
    unknown = grouped.count_where(np.isnan(grouped["sites_count"])) > 0
    return np.where(unknown, np.nan, grouped.sum(grouped["sites_count"]))

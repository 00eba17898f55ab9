"""The figures of a perimeter before and after a scenario: the columns of its published row.

They are computed by the rollups that the build publishes with, so that before equals published.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.far_people import people_beyond_where_they_live
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.inequality import roll_up_inequality
from carto.rollups.verdicts import roll_up_verdicts
from carto.verdict.parameters import Parameters

# Columns of a territory, in the order of the result; those of verdicts come after.
MEASURED = (
    *("population", "population_beyond_time", "population_beyond_time_share"),
    *("nearest_site_min", "accessibility", "accessibility_median", "accessibility_informed_share"),
    *("accessibility_gini", "accessibility_theil"),
)
_MEANS = {"nearest_site_min": 2, "accessibility": 4}

Figures = Mapping[str, float | None]


def figures(
    columns: Mapping[str, NDArray[Any]], counted: NDArray[np.bool_], parameters: Parameters
) -> Figures:
    """Roll the communes of a perimeter up.

    Parameters
    ----------
    columns
        Columns of the communes, as `carto.rollups.grouped.Grouped` wants them: `population`,
        `sites_count`, `nearest_site_min`, `population_beyond_time_share`, `accessibility`,
        `verdict` and `is_underserved`.
    counted
        Communes of the perimeter.
    parameters
        Threshold of time, least share of people informed.

    Returns
    -------
    dict
        Named as the columns of a published territory, and `population_beyond_time`, the people
        whose share is published; None where too few people are informed.
    """
    members = Membership.of([np.flatnonzero(counted)])
    grouped = Grouped(columns, members, parameters.quality.min_pop_informed)
    found: dict[str, NDArray[Any]] = {"population": grouped.population}
    beyond = people_beyond_where_they_live(grouped, parameters.alerts.time_min)
    found["population_beyond_time_share"] = beyond
    found["population_beyond_time"] = np.round(beyond * grouped.population)
    for name, decimals in _MEANS.items():
        enough = grouped.is_enough(grouped.share(~np.isnan(grouped[name])))
        found[name] = np.where(enough, np.round(grouped.mean(grouped[name]), decimals), np.nan)
    rates = grouped["accessibility"]
    informed = grouped.share(~np.isnan(rates))
    found["accessibility_informed_share"] = informed
    enough = grouped.is_enough(informed)
    found["accessibility_median"] = np.where(enough, grouped.median(rates), np.nan)
    found |= roll_up_inequality(grouped)
    ordered = {name: found[name] for name in MEASURED} | roll_up_verdicts(grouped)
    return {name: _plain(float(values[0])) for name, values in ordered.items()}


def _plain(value: float) -> float | None:
    """Write a figure, None where it cannot be told."""
    return None if isnan(value) else value

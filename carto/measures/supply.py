"""Service hours of places: declared when known, capped, else imputed by kind and flagged.

Hours are hours a year over 52 whole weeks; a week is a year over 52. An itinerant place whose
stops are unknown counts at its published point and is flagged, so that the verdict can say when it
rests on it.
"""

from __future__ import annotations

import pandas as pd

from carto import flags
from carto.measures.accessibility import WEEKS_PER_YEAR
from carto.verdict.parameters import Supply


def measure_hours(sites: pd.DataFrame, supply: Supply) -> pd.DataFrame:
    """Retain the hours a year of each place and say where they come from.

    Parameters
    ----------
    sites
        Meets the `sites` input contract, with a `flags` column of codes joined by `|`.
    supply
        Ceiling and imputed hours a week.

    Returns
    -------
    pandas.DataFrame
        The places with `hours_per_year` (float, never missing), `hours_source`
        (`declarees`/`imputees`) and completed `flags`. Unknown hours are the median of the
        kind, never 0.
    """
    declared = sites["hours_per_year_declared"].astype(float)
    ceiling = supply.max_h_week * WEEKS_PER_YEAR
    imputed = declared.isna()
    capped = declared > ceiling
    hours = declared.clip(upper=ceiling).fillna(
        supply.impute_france_services_h_week * WEEKS_PER_YEAR
    )
    masks = {
        flags.HEURES_IMPUTEES: imputed,
        flags.HEURES_PLAFONNEES: capped,
        flags.ITINERANT_AU_POINT_PUBLIE: sites["is_itinerant"],
    }
    return sites.assign(
        hours_per_year=hours.round(3),
        hours_source=imputed.map({True: "imputees", False: "declarees"}),
        flags=flags.raised(masks, before=sites["flags"]),
    )

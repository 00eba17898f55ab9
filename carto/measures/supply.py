"""Service hours of places: declared when known, capped, else imputed by kind and flagged.

Hours are hours a year over 52 whole weeks; a week is a year over 52. An itinerant place whose
stops are unknown counts at its published point and is flagged, so that the verdict can say when it
rests on it. What is no supply by itself keeps the hours it declares, and is given none.
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
        Meets the `sites` input contract, with `is_supply` and a `flags` column of codes joined
        by `|`.
    supply
        Ceiling and imputed hours a week.

    Returns
    -------
    pandas.DataFrame
        The places with `hours_per_year` (float), `hours_source` (`declarees`/`imputees`) and
        completed `flags`. Unknown hours of supply are the median of the kind, never 0; both
        columns are missing only for unknown hours of what is no supply.
    """
    declared = sites["hours_per_year_declared"].astype(float)
    is_supply = sites["is_supply"].astype(bool)
    ceiling = supply.max_h_week * WEEKS_PER_YEAR
    imputed = declared.isna() & is_supply
    capped = declared > ceiling
    hours = declared.clip(upper=ceiling)
    source = pd.Series("declarees", index=sites.index, dtype=object)
    source = source.where(declared.notna(), None).where(~imputed, "imputees")
    masks = {
        flags.HEURES_IMPUTEES: imputed,
        flags.HEURES_PLAFONNEES: capped,
        flags.ITINERANT_AU_POINT_PUBLIE: sites["is_itinerant"].astype(bool)
        & is_supply
        & (sites["kind"] == "lieu"),
    }
    return sites.assign(
        hours_per_year=hours.where(~imputed, _typical_hours(sites, supply)).round(3),
        hours_source=source,
        flags=flags.raised(masks, before=sites["flags"]),
    )


def _typical_hours(sites: pd.DataFrame, supply: Supply) -> pd.Series:
    """Hours a year of a place of each kind: the national median where hours are declared."""
    is_france_services = sites["sources"].str.contains("france_services", regex=False) | (
        sites["dispositif_programmes_nationaux"].fillna("").str.contains("France Services")
    )
    weekly = pd.Series(supply.impute_other_h_week, index=sites.index, dtype=float)
    weekly[sites["kind"] == "point_de_service"] = supply.impute_point_de_service_h_week
    weekly[is_france_services] = supply.impute_france_services_h_week
    return weekly * WEEKS_PER_YEAR

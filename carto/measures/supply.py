"""Service hours of places: declared, else of the staff, else imputed by kind; the first known wins.

    H = declared hours, at most 60 a week
      = ETP × 1607 × φ      working time known, hours unknown: φ is the share spent with the public
      = median of the kind  nothing known

Hours are hours a year over 52 whole weeks; a week is a year over 52. Two rules are never mixed: no
least nor largest of both. An itinerant place whose stops are unknown counts at its published point
and is flagged, so that the verdict can say when it rests on it. What is no supply by itself keeps
the hours it declares, and is given none; a place of equipment alone is given those it opens.
"""

from __future__ import annotations

import pandas as pd

from carto import flags
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.verdict.parameters import Supply


def measure_hours(sites: pd.DataFrame, supply: Supply) -> pd.DataFrame:
    """Retain the hours a year of each place and say where they come from.

    Parameters
    ----------
    sites
        Meets the `sites` input contract, with `is_supply`, `is_equipment_only` and a `flags`
        column of codes joined by `|`.
    supply
        Ceiling, imputed hours a week, hours of a full-time job and share of them with the public.

    Returns
    -------
    pandas.DataFrame
        The places with `hours_per_year` (float), `hours_source` (`declarees`, `etp` or
        `imputees`) and completed `flags`. Unknown hours of supply are never 0; both columns are
        missing only for unknown hours of what is no supply. Only `imputees` lower the quality of
        an accessibility: hours by ETP are an estimate of this very place, not of its kind.
    """
    declared = sites["hours_per_year_declared"].astype(float)
    is_supply = sites["is_supply"].astype(bool)
    ceiling = supply.max_h_week * WEEKS_PER_YEAR
    staffed = declared.isna() & sites["etp"].notna() & is_supply
    opens = is_supply | sites["is_equipment_only"].astype(bool)
    imputed = declared.isna() & ~staffed & opens
    by_staff = sites["etp"].astype(float) * supply.fte_hours * supply.phi_face
    capped = declared > ceiling
    hours = declared.clip(upper=ceiling)
    source = pd.Series("declarees", index=sites.index, dtype=object)
    source = source.where(declared.notna(), None)
    source = source.where(~staffed, "etp").where(~imputed, "imputees")
    hours = hours.where(~staffed, by_staff).where(~imputed, _typical_hours(sites, supply))
    masks = {
        flags.HEURES_PAR_ETP: staffed,
        flags.HEURES_IMPUTEES: imputed,
        flags.HEURES_PLAFONNEES: capped,
        flags.ITINERANT_AU_POINT_PUBLIE: sites["is_itinerant"].astype(bool)
        & is_supply
        & (sites["kind"] == "lieu"),
    }
    return sites.assign(
        hours_per_year=hours.round(3),
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

"""Indicators: every measure of every commune, each a value or a missing value with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd

from carto import flags
from carto.facts import join_facts
from carto.measures.accessibility import Bounds
from carto.measures.commune_fibre import join_fibre
from carto.measures.commune_need import measure_need
from carto.measures.commune_projection import join_projection
from carto.measures.commune_times import TIME_COLUMNS, choose_model, with_times
from carto.measures.copper import measure_copper
from carto.measures.demand import StandardisedDemand, measure_demand
from carto.measures.doubtful_places import reaches_without
from carto.measures.equipment import measure_with_equipment
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.measures.outlook import forecast_communes
from carto.measures.projection import Forecast
from carto.measures.provision import join_provision
from carto.measures.reach import Reach, measure_reach
from carto.measures.variants import band, measure_variants
from carto.reasons import Reasons
from carto.territories import Territories
from carto.verdict.parameters import Parameters, Quality

ACCESSIBILITY_COLUMNS = ["accessibility", "accessibility_low", "accessibility_high"]
VARIANT_COLUMNS = ["accessibility_variant_low", "accessibility_variant_high"]


@dataclass(frozen=True)
class Method:
    """How to measure.

    Attributes
    ----------
    parameters
        The parameters of the method.
    need_variant
        A key of `carto.need_variants.VARIANTS`; without one the need is unknown.
    demand_means
        Frozen national means of the weight of an inhabitant, see `carto.measures.demand`.
    """

    parameters: Parameters
    need_variant: str | None
    demand_means: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Indicators:
    """Measures of the communes.

    Attributes
    ----------
    table
        The table of `Territories` with the measured columns of the `communes` contract.
    reasons
        Per row, column → code of why it is missing.
    reach
        What is reached with all places; None without any source of places.
    reach_without
        Flag → what is reached without a group of doubtful places, see
        `carto.measures.doubtful_places`.
    demand
        The people that share the supply, and what weighs them.
    variants
        Name → accessibility by each of `carto.measures.variants`; empty without places.
    forecast
        What may come of the fibre, row by row.
    """

    table: gpd.GeoDataFrame
    reasons: list[dict[str, str]]
    reach: Reach | None
    reach_without: Mapping[str, Reach]
    demand: StandardisedDemand
    variants: Mapping[str, Bounds] = field(default_factory=dict)
    forecast: Forecast | None = None


def measure(
    territories: Territories,
    places: gpd.GeoDataFrame | None,
    fibre: pd.DataFrame | None,
    facts: Mapping[str, pd.DataFrame],
    method: Method,
) -> Indicators:
    """Measure fibre, supply and need of every commune of the territories.

    Parameters
    ----------
    territories
        The joined communes, buffer included.
    places
        Settled places of every kind, or None when no source of places is supplied.
    fibre
        Measured fibre by commune, quarter and series, or None.
    facts
        Validated tables by source id, of which communes carry columns as published (`carto.facts`).
    method
        How to measure them.
    """
    parameters = method.parameters
    table = territories.table.copy()
    reasons = Reasons(len(table))
    reasons.explain(["siren_epci", "nom_epci"], flags.SANS_EPCI, table["siren_epci"].isna())
    reasons.explain(["population"], flags.COMMUNE_ABSENTE, table["population"].isna())
    table = join_fibre(table, fibre, reasons)
    forecast = forecast_communes(fibre, table["code_insee"], parameters.projection)
    table = join_projection(table, forecast, parameters.projection, reasons)
    table = join_facts(table, facts, reasons)
    table = measure_copper(table, forecast, parameters, reasons)
    table = measure_need(table, facts, method.need_variant, parameters.need, reasons)
    demand = measure_demand(
        table, facts, method.need_variant, parameters.demand, method.demand_means
    )
    table = _with_demand(table, demand, reasons)
    table = join_provision(table, places, reasons)
    if places is None:
        return Indicators(
            _without_places(table, reasons), reasons.by_row, None, {}, demand, forecast=forecast
        )
    supply = places[places["is_supply"].astype(bool)].reset_index(drop=True)
    model = choose_model(facts, table, parameters.travel)
    reach = measure_reach(table, supply, parameters, model)
    table = with_times(table, supply, reach, model, parameters, reasons)
    variants = measure_variants(table, supply, reach, parameters, model)
    table = _with_reach(table, supply, reach, parameters.quality)
    _explain_reach(table, reach, reasons)
    equipped = measure_with_equipment(table, places, reach, parameters, model)
    table = _with_other_reaches(table, equipped, band(variants, reach.bounds), reasons)
    without = reaches_without(table, supply, parameters, model)
    return Indicators(table, reasons.by_row, reach, without, demand, variants, forecast)


def _with_demand(
    table: gpd.GeoDataFrame, demand: StandardisedDemand, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the standardised inhabitants, and flag those counted for the mean."""
    reasons.explain(["demand"], flags.POPULATION_INCONNUE, np.isnan(demand.inhabitants))
    unweighted = pd.Series(demand.is_unweighted, index=table.index)
    return table.assign(
        demand=demand.inhabitants,
        flags=flags.raised({flags.DEMANDE_NON_STANDARDISEE: unweighted}, before=table["flags"]),
    )


def _without_places(table: gpd.GeoDataFrame, reasons: Reasons) -> gpd.GeoDataFrame:
    """Leave supply unknown: without a source of places nothing can be said of it."""
    columns = [*TIME_COLUMNS, *ACCESSIBILITY_COLUMNS, *VARIANT_COLUMNS]
    columns += ["accessibility_quality", "accessibility_equipment", "sites_count", "hours_per_week"]
    reasons.explain(columns, flags.SOURCE_ABSENTE)
    for column in columns:
        table[column] = pd.Series(pd.NA, index=table.index)
    return table


def _with_reach(
    table: gpd.GeoDataFrame, places: gpd.GeoDataFrame, reach: Reach, quality: Quality
) -> gpd.GeoDataFrame:
    """Add places and accessibility."""
    by_commune = places.groupby("code_insee")["hours_per_year"]
    hours = table["code_insee"].map(by_commune.sum()).fillna(0) / WEEKS_PER_YEAR
    raised = {
        flags.DEMANDE_TRONQUEE: pd.Series(reach.bounded, index=table.index),
    }
    return table.assign(
        sites_count=table["code_insee"].map(by_commune.size()).fillna(0).astype("Int64"),
        hours_per_week=hours.round(2),
        accessibility=np.where(reach.bounded, np.nan, reach.high),
        accessibility_low=reach.low,
        accessibility_high=reach.high,
        accessibility_quality=_grades(reach, quality, table.index),
        flags=flags.raised(raised, before=table["flags"]),
    )


def _with_other_reaches(
    table: gpd.GeoDataFrame, equipped: Bounds, spanned: Bounds, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the accessibility with places of equipment alone, and the band of the variants."""
    reasons.explain(["accessibility_equipment"], flags.DEMANDE_TRONQUEE, equipped.apart)
    no_people = table["population"].isna()
    reasons.explain(
        ["accessibility_equipment", *VARIANT_COLUMNS], flags.POPULATION_INCONNUE, no_people
    )
    return table.assign(
        accessibility_equipment=np.where(equipped.apart, np.nan, equipped.high),
        accessibility_variant_low=spanned.low,
        accessibility_variant_high=spanned.high,
    )


def _grades(reach: Reach, quality: Quality, index: pd.Index) -> pd.Series:
    """Grade by share of imputed hours: A under 10 %, B up to 50 %, C beyond; missing if none."""
    share = pd.Series(reach.imputed_share, index=index)
    grades = pd.Series(None, index=index, dtype=object)
    grades[share.notna()] = "C"
    grades[share <= quality.max_imputed] = "B"
    grades[share < quality.some_imputed] = "A"
    return grades


def _explain_reach(table: gpd.GeoDataFrame, reach: Reach, reasons: Reasons) -> None:
    """Say why an accessibility is missing."""
    reasons.explain(["accessibility"], flags.DEMANDE_TRONQUEE, reach.bounded)
    ungraded = np.isnan(reach.imputed_share)
    reasons.explain(["accessibility_quality"], flags.HORS_DE_PORTEE, ungraded)
    reasons.repeat("nearest_site_min", "accessibility_quality")
    for column in (*ACCESSIBILITY_COLUMNS, "accessibility_quality"):
        reasons.explain([column], flags.POPULATION_INCONNUE, table["population"].isna())

"""Complements: tables about the published communes and territories, beside the main ones.

Each is computed from one `Study`, and published under its contract. To publish one more, write its
contract in `carto/tables/`, add it to `carto.tables.published.COMPLEMENTS` and its function here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd

from carto.accessibility_variants import variant_rows
from carto.contracts import TableContract
from carto.measures.contributions import measure_contributions
from carto.measures.indicators import Indicators
from carto.measures.projection import no_forecast
from carto.measures.projection_rows import projection_rows
from carto.planning.grounds.ground_rows import ground_commune_rows, ground_place_rows
from carto.planning.likeness.comparison import ComparedLevel, compare, gap_rows, twin_rows
from carto.reference import Lists, Reference
from carto.reference_groups import reference_rows
from carto.rollups.fibre_by_quarter import fibre_by_quarter
from carto.rollups.levels import Level
from carto.statistics.clusters import find_clusters
from carto.tables.local_published import (
    ACTIVITY_REPORTS,
    ACTIVITY_YEARS,
    PLACE_LABELS,
    PLANNED_OPENINGS,
)
from carto.territories import Territories
from carto.verdict.parameters import Parameters
from carto.verdict.robustness.details import robustness_details, sensitivity


@dataclass(frozen=True)
class Study:
    """What complements are computed from.

    Attributes
    ----------
    tables
        Validated tables by source id, as the assessment was given them, and those made of local
        files that are matched to what is published.
    territories
        The joined communes, buffer included.
    indicators
        Every measure of the same rows.
    decided
        The same rows with alerts, classes and score.
    communes
        The published communes, meeting their contract.
    fibre
        Measured fibre by commune, quarter and series; None without a source.
    supply
        Settled places that are supply; None without a source.
    parameters
        The method.
    need_variant
        Variant of the need; None when it is unknown.
    reference
        Frozen national values; None without one.
    lists
        Lists of places that are counted.
    epci
        The published EPCI, meeting their contract.
    levels
        Territories of every level, as positions in `communes`.
    """

    tables: Mapping[str, pd.DataFrame]
    territories: Territories
    indicators: Indicators
    decided: gpd.GeoDataFrame
    communes: gpd.GeoDataFrame
    fibre: pd.DataFrame | None
    supply: gpd.GeoDataFrame | None
    parameters: Parameters
    need_variant: str | None
    reference: Reference | None
    lists: Lists
    epci: gpd.GeoDataFrame
    levels: Mapping[str, Level]

    @cached_property
    def compared(self) -> tuple[ComparedLevel, ComparedLevel]:
        """Communes and EPCI with their twins."""
        return compare(self.communes, self.epci, self.parameters)


def _contributions(study: Study) -> pd.DataFrame:
    """Say what each place brings to each commune."""
    reach, catchment = study.indicators.reach, study.parameters.catchment
    return measure_contributions(study.territories.table, reach, catchment)


def _accessibility_variants(study: Study) -> pd.DataFrame:
    """List the accessible supply of each commune by each variant."""
    return variant_rows(study.indicators, study.decided, study.parameters.alerts)


def _robustness(study: Study) -> pd.DataFrame:
    """List the draws and ranks of each commune."""
    return robustness_details(study.decided)


def _sensitivity(study: Study) -> pd.DataFrame:
    """Count the communes that each threshold moves."""
    return sensitivity(study.indicators, study.decided, study.parameters)


def _clusters(study: Study) -> pd.DataFrame:
    """Find the communes that are like their neighbours, and those that are not."""
    parameters = study.parameters
    return find_clusters(study.decided, parameters.clusters, parameters.robustness.seed)


def _projections(study: Study) -> pd.DataFrame:
    """Write what may come of the fibre in the published communes."""
    published = study.decided["is_published"].to_numpy(dtype=bool)
    forecast = study.indicators.forecast
    if forecast is None:
        return projection_rows(study.decided.iloc[:0], no_forecast(0, study.parameters.projection))
    return projection_rows(study.decided.loc[published], forecast.take(np.flatnonzero(published)))


def _territory_fibre(study: Study) -> pd.DataFrame:
    """Roll the fibre of every quarter up to the territories."""
    least_informed = study.parameters.quality.min_pop_informed
    return fibre_by_quarter(study.fibre, study.communes, study.levels, least_informed)


def _twins(study: Study) -> pd.DataFrame:
    """List the twins of each commune and EPCI."""
    return twin_rows(study.compared)


def _twin_gaps(study: Study) -> pd.DataFrame:
    """Compare each commune and EPCI with the median of its twins."""
    return gap_rows(study.compared)


def _reference_quantiles(study: Study) -> pd.DataFrame:
    """Take the frozen quantiles of the groups that the communes are of."""
    return reference_rows(
        study.reference, study.communes, study.lists, study.need_variant, study.parameters
    )


def _activity_years(study: Study) -> pd.DataFrame:
    """Take the activity of the published communes, by year and kind."""
    return _of_communes(study, "activity_years", ACTIVITY_YEARS)


def _activity_reports(study: Study) -> pd.DataFrame:
    """Take the totals of the reports of published territories."""
    return study.tables[ACTIVITY_REPORTS.name]


def _place_labels(study: Study) -> pd.DataFrame:
    """Take the labels of the published places."""
    return study.tables[PLACE_LABELS.name]


def _planned_openings(study: Study) -> pd.DataFrame:
    """Take the openings planned in the published communes."""
    return _of_communes(study, "ouvertures_prevues", PLANNED_OPENINGS)


def _of_communes(study: Study, name: str, contract: TableContract) -> pd.DataFrame:
    """Keep the rows of a local table that are of published communes, in order."""
    if name not in study.tables:
        return pd.DataFrame(columns=list(contract.names))
    rows = study.tables[name]
    kept = rows[rows["code_insee"].isin(study.communes["code_insee"])]
    return kept.sort_values(list(contract.key), ignore_index=True)[list(contract.names)]


def _ground_communes(study: Study) -> pd.DataFrame:
    """List the communes that plans stand on."""
    return ground_commune_rows(study.indicators.table, study.parameters.travel)


def _ground_places(study: Study) -> pd.DataFrame:
    """List the places that plans stand on."""
    return ground_place_rows(study.supply, study.indicators.reach)


# Name of the published table: what computes it.
COMPUTED: Mapping[str, Callable[[Study], pd.DataFrame]] = {
    "contributions": _contributions,
    "accessibility_variants": _accessibility_variants,
    "clusters": _clusters,
    "robustness": _robustness,
    "sensitivity": _sensitivity,
    "twins": _twins,
    "twin_gaps": _twin_gaps,
    "reference_quantiles": _reference_quantiles,
    "projections": _projections,
    "territory_fibre": _territory_fibre,
    "ground_communes": _ground_communes,
    "ground_places": _ground_places,
    "activity_years": _activity_years,
    "activity_reports": _activity_reports,
    "place_labels": _place_labels,
    "planned_openings": _planned_openings,
}


def complement(study: Study) -> dict[str, pd.DataFrame]:
    """Compute every complement, in the order of their contracts.

    Returns
    -------
    dict
        Name of the table → its rows; empty tables keep their columns.
    """
    return {name: compute(study) for name, compute in COMPUTED.items()}

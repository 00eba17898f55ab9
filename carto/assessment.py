"""The whole computation, from validated tables to publishable ones, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import shapely

from carto.cog.alignment import Aligned
from carto.cog.doubts import on_communes, on_places
from carto.cog.passages import passages
from carto.complements import Study, complement
from carto.facts import supplied
from carto.left_out import LeftOut
from carto.local_matches import match_local
from carto.local_sources import with_local_measures
from carto.measures.demand import StandardisedDemand, usable_means
from carto.measures.fibre import measure_fibre
from carto.measures.indicators import Indicators, Method, measure
from carto.measures.unreached_places import flag_unreached
from carto.reference import Lists, Reference
from carto.rollups.composition import compose
from carto.rollups.groups import Group, LivingGroup
from carto.rollups.levels import levels_of
from carto.rollups.territories import roll_up
from carto.sites.settle import settle
from carto.tables.communes import COMMUNES
from carto.tables.places import FIBRE, SITES
from carto.tables.published import SNAPSHOT_TABLES
from carto.territories import Perimeter, Territories, Unmatched, join, report_unmatched
from carto.verdict.decision import decide
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording

JOINED_TABLES = ("contours", "cog", "population", "epci", "mairies")
# Tables whose doubts do not concern what communes show.
APART = ("fibre_history", "sites", "temps_trajet", "carreaux")
# Whole numbers of communes, published as such.
_COUNTS = (
    *("population", "locaux", "locaux_raccordables", "locaux_restants"),
    *("sites_count", "lieux_count", "points_de_service_count"),
)

# Asks for the times from communes to places; the answer meets the contract `temps_trajet`.
AskTimes = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Assessment:
    """Everything that a snapshot publishes, and what the checks look at.

    Attributes
    ----------
    communes, epci, departement, region, france, ept, groupe, sites, fibre
        The published tables, in the order of their contracts; `sites` and `fibre` are empty
        without a source, and a level of territories that the perimeter does not hold is empty.
    territories
        The joined communes, buffer included.
    placed
        All settled places with their working columns.
    left_out
        Rows that are published in another one, or nowhere; each says why.
    unmatched
        Rows of one side of a join that the other lacks.
    passages
        Codes that no commune has any more, and the published communes they led to; meets the
        contract `passages`, empty without movements.
    complements
        Tables beside the published ones, by name, see `carto.complements`.
    demand
        What weighs the people that share the supply.
    groups
        Groups made by hand, with the codes of their communes today, published or not.
    """

    communes: gpd.GeoDataFrame
    epci: gpd.GeoDataFrame
    departement: gpd.GeoDataFrame
    region: gpd.GeoDataFrame
    france: gpd.GeoDataFrame
    ept: gpd.GeoDataFrame
    groupe: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    fibre: gpd.GeoDataFrame
    territories: Territories
    placed: gpd.GeoDataFrame
    left_out: tuple[LeftOut, ...]
    unmatched: tuple[Unmatched, ...]
    passages: pd.DataFrame
    complements: Mapping[str, pd.DataFrame]
    demand: StandardisedDemand
    groups: tuple[LivingGroup, ...] = ()

    @property
    def tables(self) -> dict[str, gpd.GeoDataFrame]:
        """The published tables by name."""
        return {name: getattr(self, name) for name in SNAPSHOT_TABLES}


@dataclass(frozen=True)
class Question:
    """What is asked: where, by which method, in which words.

    Attributes
    ----------
    perimeter
        What to publish.
    cog_years
        COG year of the tables of every source; all the same, once aligned.
    parameters
        The method.
    need_variant
        A key of `carto.need_variants.VARIANTS`; with None the need is unknown.
    wording
        What sentences need beside the values.
    reference
        Frozen national values that those of the perimeter are read against; None without one.
    lists
        Lists of places that are counted, reader ids, sorted.
    groups
        Groups of communes made by hand; their codes may be of any year.
    ask_times
        Gives travel times once the places are settled, in place of a source `temps_trajet`; None
        to ask nobody.
    """

    perimeter: Perimeter
    cog_years: Mapping[str, int]
    parameters: Parameters
    need_variant: str | None
    wording: Wording
    reference: Reference | None = None
    lists: Lists = ()
    groups: tuple[Group, ...] = ()
    ask_times: AskTimes | None = None


@dataclass(frozen=True)
class Measured:
    """What is known of the communes before anything is decided.

    Attributes
    ----------
    tables
        Validated tables by source id, local measures included.
    territories
        The joined communes, buffer included.
    fibre
        Measured fibre by commune, quarter and series; None without a source.
    placed, supply
        All settled places, and those of them that are supply; None without a source.
    indicators
        Every measure of the communes.
    left_out
        Rows that are published in another one, or nowhere.
    """

    tables: Mapping[str, pd.DataFrame]
    territories: Territories
    fibre: pd.DataFrame | None
    placed: gpd.GeoDataFrame | None
    supply: gpd.GeoDataFrame | None
    indicators: Indicators
    left_out: tuple[LeftOut, ...]


def assess(
    tables: Mapping[str, pd.DataFrame], question: Question, aligned: Aligned | None = None
) -> Assessment:
    """Join, measure, decide and roll up.

    Parameters
    ----------
    tables
        Validated tables by source id; `contours` and `population` are required. `sites` holds
        the places of all sources.
    question
        Where, how and in which words.
    aligned
        How the tables were brought to one year of the COG; None when they are of one.

    Raises
    ------
    CartoError
        When no commune lies in the perimeter, or a group made by hand names none that exists or
        is published; MixedVintagesError when sources differ in COG year.
    """
    composition = compose(tables, question.perimeter, question.groups, aligned)
    measured = take_measures(tables, question, aligned)
    tables, territories, fibre = measured.tables, measured.territories, measured.fibre
    indicators, placed, parameters = measured.indicators, measured.placed, question.parameters
    decided = decide(indicators, parameters, question.wording).table
    communes = _published(decided)
    levels = levels_of(communes, composition)
    rolled = roll_up(communes, levels, parameters)
    local = match_local(tables, placed, rolled)
    study = Study(
        *({**tables, **local.tables}, territories, indicators, decided, communes, fibre),
        *(measured.supply, parameters, question.need_variant, question.reference),
        lists=question.lists,
        epci=rolled["epci"],
        levels=levels,
    )
    return Assessment(
        communes=communes,
        **rolled,
        sites=_in_order(placed, SITES.names),
        fibre=_fibre_at_points(fibre, communes),
        territories=territories,
        placed=_in_order(placed, (*SITES.names, "metres_outside")),
        left_out=(*measured.left_out, *local.left_out),
        unmatched=_unmatched(territories, tables),
        passages=passages(
            aligned.history if aligned else None, territories.cog, communes["code_insee"]
        ),
        complements=complement(study),
        demand=indicators.demand,
        groups=composition.groups,
    )


def take_measures(
    tables: Mapping[str, pd.DataFrame], question: Question, aligned: Aligned | None = None
) -> Measured:
    """Join the communes, settle the places and measure, without deciding.

    Parameters
    ----------
    tables, question, aligned
        As for `assess`.
    """
    tables = with_local_measures(tables)
    doubts = aligned.doubts if aligned else ()
    parameters = question.parameters
    joined = {name: tables[name] for name in JOINED_TABLES if name in tables}
    territories = join(
        joined, question.cog_years, question.perimeter, parameters.catchment.buffer_km
    )
    fibre = placed = None
    left_out: tuple[LeftOut, ...] = aligned.left_out if aligned else ()
    if "fibre" in tables or "fibre_history" in tables:
        fibre = measure_fibre(tables, parameters.quality, parameters.projection)
    if "sites" in tables:
        sites = tables["sites"].assign(flags=on_places(tables["sites"], doubts))
        settled = settle(sites, territories, parameters, question.wording.sites_date)
        placed, left_out = settled.places, (*left_out, *settled.left_out)
    supply = None if placed is None else placed[placed["is_supply"]].reset_index(drop=True)
    if question.ask_times is not None and placed is not None:
        visited = placed[placed["is_supply"] | placed["is_equipment_only"]]
        times = question.ask_times(territories.table, visited.reset_index(drop=True))
        tables = {**tables, "temps_trajet": times}
    means = usable_means(question.reference.demand_mean, parameters) if question.reference else {}
    method = Method(parameters, question.need_variant, means)
    indicators = measure(territories, placed, fibre, tables, method)
    if placed is not None and indicators.reach is not None:
        placed = flag_unreached(placed, indicators.reach, parameters.catchment)
    shown = [doubt for doubt in doubts if doubt.table not in APART]
    raised = on_communes(indicators.table, indicators.reasons, shown)
    indicators = replace(indicators, table=indicators.table.assign(flags=raised))
    return Measured(tables, territories, fibre, placed, supply, indicators, left_out)


def _unmatched(
    territories: Territories, tables: Mapping[str, pd.DataFrame]
) -> tuple[Unmatched, ...]:
    """List what no join could match, of the territories, the fibre and the facts."""
    found = list(territories.unmatched)
    for source in ("fibre", "fibre_history"):
        if source in tables:
            found += report_unmatched(source, territories, tables[source])
    for fact, table in supplied(tables):
        of_fact = report_unmatched(fact.source, territories, table)
        found += of_fact if fact.lists_all else [row for row in of_fact if not row.nom]
    return tuple(found)


def _published(decided: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Keep the communes to publish, without the buffer, in the order of the contract."""
    kept = decided.loc[decided["is_published"].astype(bool)].reset_index(drop=True)
    return _in_order(kept.astype(dict.fromkeys(_COUNTS, "Int64")), COMMUNES.names)


def _fibre_at_points(fibre: pd.DataFrame | None, communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put the fibre counts of the published communes at their points."""
    if fibre is None:
        return _in_order(None, FIBRE.names)
    joined = fibre.merge(communes[["code_insee", "longitude", "latitude"]], on="code_insee")
    geometry = shapely.points(joined["longitude"], joined["latitude"])
    return _in_order(gpd.GeoDataFrame(joined, geometry=geometry, crs=4326), FIBRE.names)


def _in_order(table: gpd.GeoDataFrame | None, names: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Keep the named columns; an absent table is an empty one."""
    if table is None:
        return gpd.GeoDataFrame(columns=list(names), geometry="geometry", crs=4326)
    return gpd.GeoDataFrame(table[list(names)], geometry="geometry", crs=4326)

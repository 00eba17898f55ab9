"""The tables of territories: every level of communes rolled up, with its columns and outlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.contracts import TableContract
from carto.coverage import union
from carto.rollups.aggregates import NUMBERS, TEXTS, aggregates
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.inequality import between_epci
from carto.rollups.levels import Level
from carto.rollups.shrunk_density import shrunk_density
from carto.tables.rollups import (
    BETWEEN_EPCI,
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUPE,
    REGION,
    SHRUNK_DENSITY,
)
from carto.verdict.parameters import Parameters
from carto.verdict.territory_sentence import territory_sentence

# Counts that the sentence of a territory says.
SAID = (
    *("communes_count", "communes_expected", "communes_underserved"),
    *("communes_verdict_2", "communes_verdict_3", "communes_verdict_indetermine"),
    *("population_underserved", "population"),
)


def roll_up(
    communes: gpd.GeoDataFrame, levels: Mapping[str, Level], parameters: Parameters
) -> dict[str, gpd.GeoDataFrame]:
    """Roll the published communes up to every level.

    Parameters
    ----------
    communes
        Published communes, meeting the `communes` contract; those of the buffer are not there,
        and never count.
    levels
        Territories of every level, see `carto.rollups.levels.levels_of`.
    parameters
        Limits of publication, threshold of time.

    Returns
    -------
    dict
        Name of the table → table that meets its contract, by rising code; an absent level is an
        empty table.

    Notes
    -----
    A région is outlined from its départements, and France from its régions: dissolving their
    35,000 communes again would take a hundred times as long.
    """
    communes = communes.reset_index(drop=True)
    columns = columns_of(communes)
    shapes = communes.geometry.to_numpy()

    def table(contract: TableContract, outlines: list[Any] | None = None) -> gpd.GeoDataFrame:
        level = levels[contract.name]
        members = Membership.of(level.communes)
        grouped = Grouped(columns, members, parameters.quality.min_pop_informed)
        drawn = [union(shapes[rows]) for rows in level.communes] if outlines is None else outlines
        values = aggregates(grouped, parameters) | _own_columns(grouped, contract)
        return _table(contract, level, values, drawn)

    departements = table(DEPARTEMENT)
    regions = levels["region"].described
    region = table(REGION, [_within(departements, "region", row["code_region"]) for row in regions])
    beyond = departements[departements["region"].isna()]
    country = [*region.geometry, *beyond.geometry]
    return {
        "epci": table(EPCI),
        "departement": departements,
        "region": region,
        "france": table(FRANCE, [_union(country)] if levels["france"].described else []),
        "ept": table(EPT),
        "groupe": table(GROUPE),
    }


def columns_of(communes: pd.DataFrame) -> dict[str, NDArray[Any]]:
    """Read the columns to roll up as plain arrays: missing numbers are NaN, missing texts empty.

    There are 1,400 territories, and each small pandas operation costs as much as a large one.
    """
    columns: dict[str, NDArray[Any]] = {
        name: communes[name].to_numpy(dtype=float, na_value=np.nan) for name in NUMBERS
    }
    for name in TEXTS:
        columns[name] = communes[name].astype(object).fillna("").to_numpy()
    columns["is_underserved"] = communes["is_underserved"].fillna(False).to_numpy(dtype=bool)
    relays = communes["is_commune_relais"].astype("boolean")
    columns["is_commune_relais"] = relays.to_numpy(dtype=float, na_value=np.nan)
    return columns


def _own_columns(grouped: Grouped, contract: TableContract) -> dict[str, NDArray[Any]]:
    """Compute the columns that few levels have."""
    own = {BETWEEN_EPCI: between_epci, SHRUNK_DENSITY: shrunk_density}
    return {
        column.name: compute(grouped)
        for column, compute in own.items()
        if column in contract.columns
    }


def _table(
    contract: TableContract, level: Level, values: Mapping[str, NDArray[Any]], outlines: list[Any]
) -> gpd.GeoDataFrame:
    """Make the table of a level in the order of its contract."""
    plain = [name for name in contract.names if name not in ("sentence", "geometry")]
    described = pd.DataFrame(list(level.described), dtype=object)
    table = described.assign(**values).reindex(columns=plain)
    for column in contract.columns:
        if column.type == "integer":
            table[column.name] = table[column.name].astype("Int64")
    said = table[[*SAID]].astype(object).where(table[[*SAID]].notna(), None).to_numpy()
    table["sentence"] = [
        territory_sentence(nom, dict(zip(SAID, counts, strict=True)))
        for nom, counts in zip(table["nom"], said, strict=True)
    ]
    return gpd.GeoDataFrame(table, geometry=outlines, crs=4326)


def _within(table: gpd.GeoDataFrame, column: str, code: str) -> Any:
    """Dissolve the territories that have a code in a column."""
    return _union(table.geometry[table[column] == code])


def _union(shapes: Iterable[Any]) -> Any:
    """Dissolve shapes into one."""
    return union(np.array(list(shapes), dtype=object))

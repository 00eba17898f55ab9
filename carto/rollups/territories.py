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
from carto.measures.provision import PROVISION
from carto.rollups.averages import AVERAGED, COUNTED, roll_up_averages
from carto.rollups.fibre import SUMMED as FIBRE_COUNTS
from carto.rollups.fibre import roll_up_fibre
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.inequality import between_epci, roll_up_inequality
from carto.rollups.levels import Level
from carto.rollups.local import SUMMED as LOCAL_SUMS
from carto.rollups.local import roll_up_local
from carto.rollups.supply import roll_up_supply, shrunk_density
from carto.rollups.verdicts import (
    roll_up_copper,
    roll_up_robustness,
    roll_up_types,
    roll_up_verdicts,
)
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

_NUMBERS = (
    *("population", *FIBRE_COUNTS, "taux_couverture_ftth", "sites_count", "hours_per_week"),
    *("population_beyond_time_share", *PROVISION, *AVERAGED, *COUNTED, *LOCAL_SUMS),
)
# Counts that the sentence of a territory says.
SAID = (
    *("communes_count", "communes_expected", "communes_underserved"),
    *("communes_verdict_2", "communes_verdict_3", "communes_verdict_indetermine"),
    *("population_underserved", "population"),
)
_TEXTS = (
    *("code_insee", "siren_epci", "region", "fibre_quarter", "copper_class"),
    *("verdict", "typology", "robustness"),
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
        return _table(contract, level, _aggregates(grouped, contract, parameters), drawn)

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
        name: communes[name].to_numpy(dtype=float, na_value=np.nan) for name in _NUMBERS
    }
    for name in _TEXTS:
        columns[name] = communes[name].astype(object).fillna("").to_numpy()
    columns["is_underserved"] = communes["is_underserved"].fillna(False).to_numpy(dtype=bool)
    relays = communes["is_commune_relais"].astype("boolean")
    columns["is_commune_relais"] = relays.to_numpy(dtype=float, na_value=np.nan)
    return columns


def _aggregates(
    grouped: Grouped, contract: TableContract, parameters: Parameters
) -> dict[str, NDArray[Any]]:
    """Compute every column of the territories of a level."""
    own = {BETWEEN_EPCI: between_epci, SHRUNK_DENSITY: shrunk_density}
    return {
        "communes_count": grouped.count_where(np.ones(len(grouped.people), dtype=bool)),
        "population": grouped.population,
        **roll_up_fibre(grouped),
        **roll_up_supply(grouped, parameters),
        **roll_up_averages(grouped),
        **roll_up_inequality(grouped),
        **{
            column.name: compute(grouped)
            for column, compute in own.items()
            if column in contract.columns
        },
        **roll_up_copper(grouped),
        **roll_up_verdicts(grouped),
        **roll_up_types(grouped),
        **roll_up_robustness(grouped),
        **roll_up_local(grouped, parameters.supply.fte_hours),
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

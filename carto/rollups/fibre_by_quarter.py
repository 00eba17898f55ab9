"""Fibre of territories quarter by quarter: sums over the communes informed at that quarter.

    τ(q)     ΣR(q) / ΣL(q) over the communes whose rate is known at q
    informed people of these communes / people of the territory, both of today

Territories are those of today at every quarter, so that a change is never one of their limits. The
series `releve` and `historique` are summed apart: they do not compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.rollups.fibre import SUMMED, sum_premises
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.levels import Level
from carto.tables.territory_fibre import TERRITORY_FIBRE

_RATE = "taux_couverture_ftth"
_KEY_OF = {
    "epci": "siren_epci",
    "departement": "code_departement",
    "region": "code_region",
    "france": "code_pays",
    "ept": "siren_ept",
    "groupe": "groupe",
}


def fibre_by_quarter(
    fibre: pd.DataFrame | None,
    communes: pd.DataFrame,
    levels: Mapping[str, Level],
    least_informed: float,
) -> pd.DataFrame:
    """Roll the fibre of every quarter up to the territories.

    Parameters
    ----------
    fibre
        Measured fibre by commune, quarter and series; None without a source.
    communes
        The published communes, with `code_insee` and `population`.
    levels
        Territories of every level, as positions in `communes`.
    least_informed
        Share of people (0–1) under which an aggregate is not published.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `territory_fibre`.
    """
    parts = [
        _of_level(name, levels[name], columns, least_informed).assign(
            series=series, quarter=quarter
        )
        for (series, quarter), columns in _moments(fibre, communes)
        for name in levels
        if levels[name].communes
    ]
    names = list(TERRITORY_FIBRE.names)
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=names)
    counts = dict.fromkeys(SUMMED, "Int64")
    return table.astype(counts).sort_values([*TERRITORY_FIBRE.key], ignore_index=True)[names]


def _moments(
    fibre: pd.DataFrame | None, communes: pd.DataFrame
) -> Iterator[tuple[tuple[str, str], dict[str, NDArray[np.float64]]]]:
    """Spread each quarter of each series over the communes, NaN where it does not tell."""
    if fibre is None:
        return
    place = pd.Index(communes["code_insee"]).get_indexer(fibre["code_insee"])
    told = fibre.assign(place=place)[place >= 0]
    people = communes["population"].to_numpy(dtype=float, na_value=np.nan)
    for moment, rows in told.groupby(["series", "quarter"], sort=True):
        columns = {"population": people}
        for name in (*SUMMED, _RATE):
            values = np.full(len(communes), np.nan)
            values[rows["place"]] = rows[name].to_numpy(dtype=float, na_value=np.nan)
            columns[name] = values
        yield (str(moment[0]), str(moment[1])), columns


def _of_level(
    name: str, level: Level, columns: Mapping[str, NDArray[np.float64]], least_informed: float
) -> pd.DataFrame:
    """Sum a quarter over the territories of a level that it tells something of."""
    grouped = Grouped(columns, Membership.of(level.communes), least_informed)
    codes = [row[_KEY_OF[name]] for row in level.described]
    table = pd.DataFrame({"type": name, "code": codes, **sum_premises(grouped)})
    return table[grouped.count_where(~np.isnan(grouped[_RATE])) > 0]

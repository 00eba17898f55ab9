"""Three nouns of supply, three counts: places, points of service, working time of mediators.

A *lieu* is a door open to everybody; a *point de service* a service held there (a permanence, a
stop); a *médiateur* works at several of them. Adding any two would count the same help twice.
"""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.reasons import Reasons

PROVISION = ("lieux_count", "points_de_service_count", "mediateurs_etp")


def count_provision(places: pd.DataFrame) -> pd.DataFrame:
    """Count what each commune is provided with.

    Parameters
    ----------
    places
        Settled rows of every kind: `code_insee`, `kind`, `is_supply`, `is_restricted`,
        `is_equipment_only`, `etp`.

    Returns
    -------
    pandas.DataFrame
        Indexed by `code_insee`: `lieux_count` (places that count in the supply),
        `points_de_service_count` (points of service for everybody, held in a listed place or not)
        and `mediateurs_etp` (sum of the working times that are known, NaN where none is). Where
        some places of a commune do not tell theirs, the last is a minimum.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "code_insee": "29019",
    ...     "kind": ["lieu", "point_de_service"],
    ...     "is_supply": [True, False],
    ...     "is_restricted": False,
    ...     "is_equipment_only": False,
    ...     "etp": [0.5, 0.5],
    ... })
    >>> count_provision(rows).loc["29019"].to_dict()
    {'lieux_count': 1.0, 'points_de_service_count': 1.0, 'mediateurs_etp': 0.5}
    """
    counts = places["is_supply"].astype(bool)
    for_all = ~(places["is_restricted"] | places["is_equipment_only"]).astype(bool)
    found = pd.DataFrame(
        {
            "lieux_count": counts & (places["kind"] == "lieu"),
            "points_de_service_count": for_all & (places["kind"] == "point_de_service"),
            "mediateurs_etp": places["etp"].astype(float).where(counts),
        }
    ).groupby(places["code_insee"])
    return found.sum(min_count=1).round({"mediateurs_etp": 3})


def join_provision(
    table: gpd.GeoDataFrame, places: pd.DataFrame | None, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the three counts to communes.

    Parameters
    ----------
    table
        Communes.
    places
        Settled rows of every kind; None without a source of places.
    reasons
        Told why a count is missing: no source, or no working time known.

    Returns
    -------
    geopandas.GeoDataFrame
        The communes with the columns `PROVISION`; a commune without a place has 0 of them, and no
        working time.
    """
    if places is None:
        reasons.explain(list(PROVISION), flags.SOURCE_ABSENTE)
        return table.assign(**{name: pd.Series(pd.NA, index=table.index) for name in PROVISION})
    found = count_provision(places).reindex(table["code_insee"]).reset_index(drop=True)
    found.index = table.index
    reasons.explain(["mediateurs_etp"], flags.ETP_INCONNU, found["mediateurs_etp"].isna())
    counts = {name: found[name].fillna(0).astype("Int64") for name in PROVISION[:2]}
    return table.assign(**counts, mediateurs_etp=found["mediateurs_etp"])

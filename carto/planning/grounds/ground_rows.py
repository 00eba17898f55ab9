"""The two tables that plans stand on: every commune that shares places, and every place shared."""

from __future__ import annotations

import pandas as pd

from carto.measures.crow_fly_time import intra_communal_km
from carto.measures.reach import Reach
from carto.tables.ground import GROUND_COMMUNES, GROUND_PLACES
from carto.verdict.parameters import Travel


def ground_commune_rows(communes: pd.DataFrame, travel: Travel) -> pd.DataFrame:
    """List the joined communes, those around the perimeter too.

    Parameters
    ----------
    communes
        Measured communes, buffer included, with their `demand`.
    travel
        Share of the mean distance inside a commune that its people travel.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `ground_communes`.
    """
    area = communes["superficie_km2"].to_numpy(dtype=float)
    table = communes.assign(
        population=communes["population"].astype("Int64"),
        floor_km=intra_communal_km(area, travel),
    )
    return pd.DataFrame(table[list(GROUND_COMMUNES.names)])


def ground_place_rows(supply: pd.DataFrame | None, reach: Reach | None) -> pd.DataFrame:
    """List the places that are supply, those around the perimeter too.

    Parameters
    ----------
    supply
        Settled places that are supply, by id; None without a source of places.
    reach
        What the communes reach of them.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `ground_places`; empty without a source of places.
    """
    if supply is None or reach is None:
        return pd.DataFrame(columns=list(GROUND_PLACES.names))
    table = supply.assign(is_demand_known=reach.catchments.is_demand_known)
    return pd.DataFrame(table[list(GROUND_PLACES.names)])

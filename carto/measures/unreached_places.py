"""Places that nobody reaches: their hours are given to no one, and they say so."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from carto import flags
from carto.measures.catchment import catchment_weights
from carto.measures.reach import Reach
from carto.verdict.parameters import Catchment


def flag_unreached(
    places: gpd.GeoDataFrame, reach: Reach, catchment: Catchment
) -> gpd.GeoDataFrame:
    """Flag the places that no inhabitant reaches (`LIEU_HORS_DE_PORTEE`).

    Parameters
    ----------
    places
        Settled places of every kind, with `id` and `flags`.
    reach
        What the communes reach of those that are supply.
    catchment
        Weights of the catchment.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows. A place around which people are unknown is never flagged, nor one that is no
        supply.
    """
    found = reach.catchments
    weights = catchment_weights(found.trips, catchment)
    in_reach = np.asarray(weights.T @ found.demand)
    alone = found.place_ids[found.is_demand_known & (in_reach <= 0)]
    unreached = pd.Series(places["id"].isin(alone.tolist()), index=places.index)
    raised = flags.raised({flags.LIEU_HORS_DE_PORTEE: unreached}, before=places["flags"])
    return places.assign(flags=raised)

"""The accessible supply with places of equipment alone: machines or a connection, nobody to help.

They are no supply of help, and enter no verdict; counted with the others, they say where people
who can manage by themselves find something to manage with.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np

from carto.measures.accessibility import Bounds, bound
from carto.measures.catchment import catchment_weights
from carto.measures.reach import Reach
from carto.measures.travel_models import CrowFly, TravelModel
from carto.sites.offer import gives_equipment
from carto.verdict.parameters import Parameters


def measure_with_equipment(
    communes: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    reach: Reach,
    parameters: Parameters,
    model: TravelModel | None = None,
) -> Bounds:
    """Measure the accessibility of the supply and of the places of equipment alone together.

    Parameters
    ----------
    communes
        The rows that `reach` was measured for.
    places
        Settled places of every kind, with `is_supply`, `is_equipment_only` and their hours.
    reach
        What the communes reach of the supply.
    parameters
        Travel and catchment.
    model
        Where travel times come from; None for the crow-fly estimate of the parameters.

    Returns
    -------
    Bounds
        Those of `reach` when no place is of equipment alone.
    """
    has_equipment = places["is_equipment_only"].astype(bool)
    if not has_equipment.any():
        return reach.bounds
    counted = places[gives_equipment(places)].reset_index(drop=True)
    model = model or CrowFly(parameters.travel)
    trips = model.trips(communes, counted, reach.catchments.floor_km, parameters.catchment)
    return bound(
        catchment_weights(trips, parameters.catchment),
        communes["demand"].to_numpy(dtype=float, na_value=np.nan),
        counted["hours_per_year"].to_numpy(dtype=float),
        counted["is_demand_known"].to_numpy(dtype=bool),
    )

"""What each commune can reach: nearest place and accessibility, as bounds where demand is unknown.

Places beyond the perimeter count, or the map would invent shortages along borders. Where the
population around them is not in the data, their hours are shared among too few people: the
accessibility that leans on them is then only bounded, without them (`low`) and with them (`high`).
The same holds for places in reach of a commune of unknown population. A place just inside the
perimeter still shares its hours among the known demand only: the bounds do not cover that.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from carto.measures.accessibility import (
    Bounds,
    bound,
    is_shared_with_unknown,
    published_rates,
)
from carto.measures.catchment import catchment_weights
from carto.measures.crow_fly_time import intra_communal_km
from carto.measures.travel import Nearest, Trips
from carto.measures.travel_models import CrowFly, TravelModel
from carto.verdict.parameters import Parameters

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Catchments:
    """What an accessibility is computed from, so that it can be computed again otherwise.

    Attributes
    ----------
    trips
        Trips from the communes to the places, also some beyond the last step.
    floor_km
        Intra-communal distance of each commune.
    demand
        Standardised inhabitants of each commune; 0 where the population is unknown.
    place_ids, hours
        Identifier of each place, and its hours a year.
    is_estimated, is_demand_known
        Whether the hours of each place are an estimate, by its working time or its kind; whether
        all the demand in its reach is known.
    """

    trips: Trips
    floor_km: Floats
    demand: Floats
    place_ids: NDArray[np.str_]
    hours: Floats
    is_estimated: Bools
    is_demand_known: Bools


@dataclass(frozen=True)
class Reach:
    """Supply within reach of n communes.

    Attributes
    ----------
    nearest
        Nearest place, by position in the table of places.
    low, high
        Bounds of the accessibility, hours a week per 1,000 inhabitants; NaN where the population
        of the commune is unknown.
    imputed_share
        Share of the accessible hours that are imputed; NaN where no hour is accessible.
    catchments
        What the bounds were computed from.
    """

    nearest: Nearest
    low: Floats
    high: Floats
    imputed_share: Floats
    catchments: Catchments

    @property
    def bounds(self) -> Bounds:
        """Both bounds of the accessibility."""
        return Bounds(self.low, self.high)

    @property
    def bounded(self) -> NDArray[np.bool_]:
        """Where the accessibility is only known between its bounds."""
        return self.bounds.apart


def measure_reach(
    communes: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    parameters: Parameters,
    model: TravelModel | None = None,
) -> Reach:
    """Measure what the communes reach.

    Parameters
    ----------
    communes
        The table of `Territories`.
    places
        Settled places, sorted by id.
    parameters
        Travel and catchment.
    model
        Where travel times come from; None for the crow-fly estimate of the parameters.
    """
    model = model or CrowFly(parameters.travel)
    floor_km = intra_communal_km(communes["superficie_km2"].to_numpy(), parameters.travel)
    nearest = model.nearest(communes, places, floor_km)
    trips = model.trips(communes, places, floor_km, parameters.catchment)
    weights = catchment_weights(trips, parameters.catchment)
    demand = communes["demand"].to_numpy(dtype=float, na_value=np.nan)
    hours = places["hours_per_year"].to_numpy(dtype=float)
    is_imputed = (places["hours_source"] == "imputees").to_numpy()
    is_known_around = places["is_demand_known"].to_numpy(dtype=bool)
    bounds = bound(weights, demand, hours, is_known_around)
    imputed = published_rates(weights, demand, np.where(is_imputed, hours, 0.0))
    share = np.full(len(demand), np.nan)
    np.divide(imputed, bounds.high, out=share, where=bounds.high > 0)
    catchments = Catchments(
        trips=trips,
        floor_km=floor_km,
        demand=np.nan_to_num(demand),
        place_ids=places["id"].to_numpy(dtype=str),
        hours=hours,
        is_estimated=(places["hours_source"] != "declarees").to_numpy(),
        is_demand_known=is_known_around & ~is_shared_with_unknown(weights, demand),
    )
    return Reach(nearest, bounds.low, bounds.high, share, catchments)

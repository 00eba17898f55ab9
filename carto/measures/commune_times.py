"""Times of the communes: where they come from, the nearest place, and people far from any."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto import flags
from carto.measures.reach import Reach
from carto.measures.squares import FromSquares, place_squares, share_beyond
from carto.measures.travel_matrix import TravelMatrix
from carto.measures.travel_models import CrowFly, TravelModel
from carto.reasons import Reasons
from carto.verdict.parameters import Parameters, Travel

NEAREST_COLUMNS = ["nearest_site_id", "nearest_site_km", "nearest_site_min"]
BEYOND = "population_beyond_time_share"
TIME_COLUMNS = [*NEAREST_COLUMNS, BEYOND]

Bools = NDArray[np.bool_]


def choose_model(
    tables: Mapping[str, pd.DataFrame], communes: pd.DataFrame, travel: Travel
) -> TravelModel:
    """Choose where times come from, the best that is supplied.

    A table of times (`temps_trajet`) goes from the point of each commune; else squares of
    population (`carreaux`) take the crow-fly estimate from where people live; else it goes from the
    point of each commune.

    Parameters
    ----------
    tables
        Validated tables by source id.
    communes
        The table of `Territories`.
    travel
        Parameters of the crow-fly estimate.
    """
    estimate = CrowFly(travel)
    if "temps_trajet" in tables:
        return TravelMatrix.of(tables["temps_trajet"], estimate)
    if "carreaux" in tables:
        return FromSquares(place_squares(tables["carreaux"], communes, travel), estimate)
    return estimate


def with_times(
    communes: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    reach: Reach,
    model: TravelModel,
    parameters: Parameters,
    reasons: Reasons,
) -> gpd.GeoDataFrame:
    """Add the nearest place of each commune, the time to it, and the people who live far from any.

    Parameters
    ----------
    communes, places
        As measured.
    reach
        What they reach by `model`.
    model
        Where times come from.
    parameters
        Threshold of time, last step of the catchment.
    reasons
        Told why a time is missing.
    """
    nearest = reach.nearest
    found = nearest.position >= 0
    is_cut_off = ~communes["landmass"].isin(places["landmass"].unique()).to_numpy()
    ids = pd.Series(places["id"].reindex(nearest.position).to_numpy(), index=communes.index)
    raised = {
        flags.ILE_SANS_LIEU: ~found & is_cut_off,
        flags.SANS_TRAJET: ~found & ~is_cut_off,
        flags.TEMPS_ESTIME: _rests_on_estimates(reach, model, parameters.catchment.breaks_min[-1]),
        flags.POINT_UNIQUE: _lacks_squares(model, len(communes)) & found,
    }
    reasons.explain(TIME_COLUMNS, flags.SANS_TRAJET, ~found)
    reasons.explain(TIME_COLUMNS, flags.ILE_SANS_LIEU, ~found & is_cut_off)
    beyond = np.full(len(communes), np.nan)
    if isinstance(model, FromSquares):
        limit = parameters.alerts.time_min
        share = share_beyond(model.squares, places, parameters.travel, limit)
        by_point = (nearest.minutes > limit).astype(float)
        beyond = np.where(found, np.where(np.isnan(share), by_point, share), np.nan)
    else:
        by_commune = isinstance(model, TravelMatrix)
        reasons.explain([BEYOND], flags.TEMPS_PAR_COMMUNE if by_commune else flags.SOURCE_ABSENTE)
    masks = {flag: pd.Series(mask, index=communes.index) for flag, mask in raised.items()}
    return communes.assign(
        nearest_site_id=ids.where(found, None),
        nearest_site_km=nearest.km.round(3),
        nearest_site_min=np.where(found, nearest.minutes, np.nan).round(2),
        population_beyond_time_share=beyond.round(4),
        flags=flags.raised(masks, before=communes["flags"]),
    )


def _rests_on_estimates(reach: Reach, model: TravelModel, last_min: float) -> Bools:
    """Tell the communes whose times a table should give, and the crow-fly estimate gave."""
    estimated = reach.nearest.from_km.copy()
    trips = reach.catchments.trips
    estimated[trips.origin[trips.from_km & (trips.minutes <= last_min)]] = True
    return estimated & isinstance(model, TravelMatrix)


def _lacks_squares(model: TravelModel, communes: int) -> Bools:
    """Tell the communes that have no inhabited square where others have."""
    lacks = np.full(communes, isinstance(model, FromSquares))
    if isinstance(model, FromSquares):
        lacks[model.squares.commune] = False
    return lacks

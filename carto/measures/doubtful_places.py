"""Doubtful places: the groups without which the alert on supply is tried again.

A place may be doubtful and count all the same, since nothing better is known. What it decides is
then said: where an alert would change without the places of a group, the commune carries the flag
of that group. In two steps (E2SFCA), leaving places out can only lower what is accessible, so it
shows the alerts that rest on them, not those that better data could lift. In three steps (3SFCA) it
can also raise it: those who went there turn to the other places, which may be less shared. The time
to the nearest place can only rise in both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.measures.reach import Reach, measure_reach
from carto.measures.travel_models import TravelModel
from carto.verdict.parameters import Parameters


def reaches_without(
    communes: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    parameters: Parameters,
    model: TravelModel | None = None,
) -> dict[str, Reach]:
    """Measure what the communes reach without each group of doubtful places.

    Parameters
    ----------
    communes, places, parameters, model
        As for `carto.measures.reach.measure_reach`; `places` are those that are supply.

    Returns
    -------
    dict
        Flag of a commune that the group decides → what is reached without the group; groups
        without a place are left out.
    """
    found = {}
    for flag, chosen in GROUPS.items():
        doubtful = chosen(places)
        if doubtful.any():
            others = places[~doubtful].reset_index(drop=True)
            found[flag] = measure_reach(communes, others, parameters, model)
    return found


def _at_unknown_stops(places: pd.DataFrame) -> pd.Series:
    """Itinerant places that count at their published point."""
    return places["is_itinerant"].astype(bool) & (places["kind"] == "lieu")


def _stale(places: pd.DataFrame) -> pd.Series:
    """Places whose record is out of date: they may have closed."""
    return _carries(places, flags.FICHE_PERIMEE)


def _doubtfully_placed(places: pd.DataFrame) -> pd.Series:
    """Places put at the mairie for want of coordinates, or published outside their commune."""
    return _carries(places, flags.POSITION_APPROCHEE) | _carries(
        places, flags.POSITION_HORS_COMMUNE
    )


def _of_unknown_hours(places: pd.DataFrame) -> pd.Series:
    """Places whose hours are those of their kind."""
    return places["hours_source"] == "imputees"


def _carries(places: pd.DataFrame, flag: str) -> pd.Series:
    """Whether each place carries a flag."""
    return pd.Series([flag in joined.split("|") for joined in places["flags"]], index=places.index)


GROUPS: Mapping[str, Callable[[pd.DataFrame], pd.Series]] = {
    flags.ITINERANT_DECIDE: _at_unknown_stops,
    flags.FICHE_PERIMEE_DECIDE: _stale,
    flags.POSITION_DOUTEUSE_DECIDE: _doubtfully_placed,
    flags.HEURES_IMPUTEES_DECIDENT: _of_unknown_hours,
}

"""Everything that grounds are cut out of: all the communes, places and times of a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.planning.grounds.ground import Bools, Floats, GroundPoints

Integers = NDArray[np.int64]
Columns = Mapping[str, Sequence[Any]]
Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, eq=False)
class ListedTrips:
    """Trips that were published: positions of a commune and of a place, and minutes."""

    commune: Integers
    place: Integers
    minutes: Floats


@dataclass(frozen=True, eq=False)
class GroundTables:
    """The communes, the places and the times of a snapshot, as arrays.

    Attributes
    ----------
    codes, names, people, demand, points, floor_km
        Every joined commune, by rising code; NaN where the people are unknown.
    nearest_place, nearest_min
        Position of the published nearest place of each commune, -1 without one; minutes to it,
        infinite without one, NaN where the commune is not published.
    place_ids, place_names, place_communes, place_points, hours, is_known_around
        Every place that is supply, by rising id.
    trips
        Every trip that counts for a published commune; None when times are the estimate from the
        points of communes, which is computed again where it is needed.
    """

    codes: NDArray[np.str_]
    names: NDArray[np.str_]
    people: Floats
    demand: Floats
    points: GroundPoints
    floor_km: Floats
    nearest_place: Integers
    nearest_min: Floats
    place_ids: NDArray[np.str_]
    place_names: NDArray[np.str_]
    place_communes: NDArray[np.str_]
    place_points: GroundPoints
    hours: Floats
    is_known_around: Bools
    trips: ListedTrips | None


def gather(
    columns: Mapping[str, Columns], communes: Rows, sites: Rows, trips: Columns | None
) -> GroundTables:
    """Gather the tables of a snapshot.

    Parameters
    ----------
    columns
        Columns of the tables `ground_communes` and `ground_places`, both by rising key.
    communes, sites
        Published rows, by code and by id.
    trips
        Columns `code_insee`, `site_id` and `minutes` of `contributions`, to keep times that are
        not the estimate from points; None when they are.
    """
    listed, places = columns["ground_communes"], columns["ground_places"]
    codes, ids = np.array(listed["code_insee"], dtype=str), np.array(places["id"], dtype=str)
    nearest = [_nearest(communes.get(code)) for code in codes.tolist()]
    described = [sites[id_] for id_ in ids.tolist()]
    return GroundTables(
        codes=codes,
        names=np.array(listed["nom"], dtype=str),
        people=np.array(listed["population"], dtype=float),
        demand=np.array(listed["demand"], dtype=float),
        points=_points(listed),
        floor_km=np.array(listed["floor_km"], dtype=float),
        nearest_place=_positions([place for place, _ in nearest], ids),
        nearest_min=np.array([minutes for _, minutes in nearest], dtype=float),
        place_ids=ids,
        place_names=np.array([row["nom"] for row in described], dtype=str),
        place_communes=np.array([row["code_insee"] for row in described], dtype=str),
        place_points=_points(places),
        hours=np.array(places["hours_per_year"], dtype=float),
        is_known_around=np.array(places["is_demand_known"], dtype=bool),
        trips=None if trips is None else _trips(trips, codes, ids),
    )


def _nearest(row: Mapping[str, Any] | None) -> tuple[str | None, float]:
    """Read the nearest place of a commune and the minutes to it, NaN when it is not published."""
    if row is None:
        return None, np.nan
    minutes = row["nearest_site_min"]
    return row["nearest_site_id"], np.inf if minutes is None else float(minutes)


def _points(columns: Columns) -> GroundPoints:
    """Points of the rows of a table."""
    return GroundPoints(
        np.array(columns["x_m"], dtype=float),
        np.array(columns["y_m"], dtype=float),
        np.array(columns["landmass"], dtype=str),
    )


def _trips(columns: Columns, codes: NDArray[np.str_], ids: NDArray[np.str_]) -> ListedTrips:
    """Read the published trips between these communes and places."""
    return ListedTrips(
        _positions(columns["code_insee"], codes),
        _positions(columns["site_id"], ids),
        np.array(columns["minutes"], dtype=float),
    )


def _positions(values: Sequence[str | None], among: NDArray[np.str_]) -> Integers:
    """Positions of values among sorted ones, -1 where there is none."""
    position = {value: at for at, value in enumerate(among.tolist())}
    return np.array([position.get(value or "", -1) for value in values], dtype=np.int64)

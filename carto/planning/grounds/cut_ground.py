"""Cut the ground of a perimeter out of the tables of a snapshot, with what lies around it.

Around the perimeter are kept the communes and the places up to the buffer of the method, or as far
as a change inside can be felt when that is farther: two reaches of the catchment (a place, then the
people who share it), four when people choose between places (3SFCA). So is the nearest place of
every commune that is kept, however far, or a place that opens would seem nearer than it.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from carto.errors import CartoError
from carto.french import number
from carto.measures.crow_fly_time import minutes as crow_fly_minutes
from carto.planning.grounds.ground import Bools, Floats, Ground, GroundPoints
from carto.planning.grounds.ground_tables import GroundTables, ListedTrips
from carto.verdict.parameters import Catchment, Travel, reach_km

Integers = NDArray[np.int64]

# Three times what the widest département takes: 2,200 communes and 531 places, with their around.
MOST_TIMES = 16_000_000

_REACHES = {"e2sfca": 2, "3sfca": 4}


class TooWideGroundError(CartoError):
    """A perimeter so scattered that what lies around it holds too many communes or places."""


def cut_ground(
    tables: GroundTables, inside: Collection[str], travel: Travel, catchment: Catchment
) -> Ground:
    """Cut out the ground of some communes.

    Parameters
    ----------
    tables
        Every commune, place and time.
    inside
        Codes of the communes of the perimeter.
    travel, catchment
        Parameters of the estimate and of the pull.

    Raises
    ------
    TooWideGroundError
        When times between its communes, or from them to its places, would exceed `MOST_TIMES`.
    """
    is_inside = np.isin(tables.codes, sorted(inside))
    perimeter = tables.points.take(np.flatnonzero(is_inside))
    km = max(catchment.buffer_km, _REACHES[catchment.method] * reach_km(travel, catchment))
    here = np.flatnonzero(is_inside | _is_near(tables.points, perimeter, km))
    there = np.flatnonzero(
        _is_near(tables.place_points, perimeter, km) | _is_used(tables, is_inside, here)
    )
    if len(here) * max(len(here), len(there)) > MOST_TIMES:
        raise TooWideGroundError(
            f"Ce territoire est trop dispersé : {number(len(here))} communes sont dedans ou "
            "autour, et un calcul les compare toutes. Choisissez des communes plus proches les "
            "unes des autres."
        )
    points = tables.points.take(here)
    minutes = _minutes(tables, here, there, travel, catchment)
    nearest_min = tables.nearest_min[here]
    return Ground(
        codes=tables.codes[here],
        names=tables.names[here],
        is_inside=is_inside[here],
        people=tables.people[here],
        demand=tables.demand[here],
        points=points,
        floor_km=tables.floor_km[here],
        place_ids=tables.place_ids[there],
        place_names=tables.place_names[there],
        place_communes=tables.place_communes[there],
        hours=tables.hours[there],
        is_known_around=tables.is_known_around[there],
        minutes=minutes,
        nearest_min=np.where(
            np.isnan(nearest_min), minutes.min(axis=1, initial=np.inf), nearest_min
        ),
        travel=travel,
        catchment=catchment,
        has_listed_times=tables.trips is not None,
    )


def _is_near(points: GroundPoints, perimeter: GroundPoints, km: float) -> Bools:
    """Tell the points at most so far from a point of the perimeter, on its landmass."""
    near = np.zeros(len(points), dtype=bool)
    for landmass in np.unique(perimeter.landmass):
        held = perimeter.take(np.flatnonzero(perimeter.landmass == landmass))
        # Most of the country is out of the box around the perimeter.
        around = np.flatnonzero(
            (points.landmass == landmass)
            & (np.abs(points.x - np.mean(_ends(held.x))) <= np.ptp(held.x) / 2 + 1000 * km)
            & (np.abs(points.y - np.mean(_ends(held.y))) <= np.ptp(held.y) / 2 + 1000 * km)
        )
        near[around] = (points.take(around).km_to(held) <= km).any(axis=1)
    return near


def _is_used(tables: GroundTables, is_inside: Bools, here: Integers) -> Bools:
    """Tell the places, however far, that are nearest to a commune or count for the perimeter."""
    used = np.zeros(len(tables.place_ids), dtype=bool)
    nearest = tables.nearest_place[here]
    used[nearest[nearest >= 0]] = True
    unknown = here[np.isnan(tables.nearest_min[here])]
    if len(unknown) and len(used):
        km = tables.points.take(unknown).km_to(tables.place_points)
        used[km.argmin(axis=1)[np.isfinite(km).any(axis=1)]] = True
    if tables.trips is not None:
        used[tables.trips.place[is_inside[tables.trips.commune]]] = True
    return used


def _ends(values: Floats) -> tuple[float, float]:
    """Least and greatest value."""
    return float(values.min()), float(values.max())


def _minutes(
    tables: GroundTables, here: Integers, there: Integers, travel: Travel, catchment: Catchment
) -> Floats:
    """Give the times from some communes to some places: as published, else estimated."""
    km = tables.points.take(here).km_to(tables.place_points.take(there))
    minutes = crow_fly_minutes(km, tables.floor_km[here][:, None], travel)
    if tables.trips is None:
        return minutes
    nearest_min = tables.nearest_min[here]
    # Of a commune of known people, a trip that is not listed is longer than the last step.
    is_listed = ~np.isnan(nearest_min) & ~np.isnan(tables.demand[here])
    least = np.maximum(nearest_min, np.nextafter(catchment.breaks_min[-1], np.inf))
    minutes[is_listed] = np.maximum(minutes, least[:, None])[is_listed]
    rows, columns = _inverse(here, len(tables.codes)), _inverse(there, len(tables.place_ids))
    nearest = tables.nearest_place[here]
    found = np.flatnonzero(is_listed & (nearest >= 0))
    found = found[columns[nearest[found]] >= 0]
    minutes[found, columns[nearest[found]]] = least[found]
    _list_trips(minutes, tables.trips, rows, columns)
    return minutes


def _list_trips(minutes: Floats, trips: ListedTrips, rows: Integers, columns: Integers) -> None:
    """Write the published trips over the times, in place."""
    row, column = rows[trips.commune], columns[trips.place]
    kept = (row >= 0) & (column >= 0)
    minutes[row[kept], column[kept]] = trips.minutes[kept]


def _inverse(positions: Integers, size: int) -> Integers:
    """Where each of `size` rows stands among some positions, -1 when it does not."""
    found = np.full(size, -1, dtype=np.int64)
    found[positions] = np.arange(len(positions))
    return found

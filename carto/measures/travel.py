"""Travel time to places, crow-fly corrected: a labelled estimate, not a route.

    t_ij = t0 + 60 · δ · max(d_ij, d_ii) / v      minutes, d in km in the legal projection
    d_ii = intra · (2/3) · sqrt(A_i / π)           mean distance inside a disc of the same area

The intra-communal distance keeps a commune from being at 0 minutes of its own place (INSEE's
METRIC documents that bias). Roads do not cross water to the islands of `carto.codes.ISLANDS`:
a place on another landmass is out of reach, whatever the distance. Rias and estuaries are not
known to the estimate. Defaults t0 = 2, δ = 1.3, v = 45 km/h, intra = 0.5 are conventions.

`carto.measures.travel_models` says where times come from: this estimate, or others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from carto.measures.crow_fly_time import minutes
from carto.verdict.parameters import Travel

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_NOBODY: NDArray[np.int64] = np.empty(0, dtype=np.int64)
_NOWHERE: Floats = np.empty(0)


@dataclass(frozen=True)
class Points:
    """Points in metres, each in the legal projection of its landmass.

    Attributes
    ----------
    x, y
        Coordinates, metres, shape (n,).
    landmass
        Name of the land that roads connect, shape (n,); points on two landmasses never meet.
    """

    x: Floats
    y: Floats
    landmass: NDArray[np.str_]

    def __len__(self) -> int:
        """Count the points."""
        return len(self.x)

    def on(self, landmass: str) -> NDArray[np.int64]:
        """Positions of the points that lie on `landmass`."""
        return np.flatnonzero(self.landmass == landmass)

    @classmethod
    def of(cls, table: pd.DataFrame) -> Points:
        """Points of a table with columns `x_m`, `y_m` and `landmass`."""
        return cls(
            table["x_m"].to_numpy(dtype=float),
            table["y_m"].to_numpy(dtype=float),
            table["landmass"].to_numpy(dtype=str),
        )

    def coordinates(self, positions: NDArray[np.int64]) -> Floats:
        """Coordinates of some points, shape (k, 2), metres."""
        return np.column_stack([self.x[positions], self.y[positions]])


@dataclass(frozen=True)
class Trips:
    """Trips from communes to the places that may count for them, whatever the travel model.

    Attributes
    ----------
    origin, place
        Positions of the commune and of the place, shape (m,), by commune then place.
    km
        Crow-fly distance, shape (m,).
    minutes
        Travel time, shape (m,); infinite when the model knows no way.
    from_km
        Whether the time is estimated from the crow-fly distance, shape (m,).
    shape
        Numbers of communes and of places.
    """

    origin: NDArray[np.int64]
    place: NDArray[np.int64]
    km: Floats
    minutes: Floats
    from_km: Bools
    shape: tuple[int, int]

    def minutes_under(self, floor_km: Floats, travel: Travel, factor: float) -> Floats:
        """Give the times of the same trips on other roads; `floor_km` is by commune."""
        return retimed(self, floor_km[self.origin], travel, factor)


@dataclass(frozen=True)
class Nearest:
    """The nearest place of each origin.

    Attributes
    ----------
    position
        Position of the place, shape (n,); -1 when no place is in reach by road.
    km
        Crow-fly distance, NaN when none.
    minutes
        Travel time, infinite when none.
    from_km
        Whether the time is estimated from the crow-fly distance; false when none.
    """

    position: NDArray[np.int64]
    km: Floats
    minutes: Floats
    from_km: Bools

    def minutes_under(self, floor_km: Floats, travel: Travel, factor: float) -> Floats:
        """Give the times to the same places on other roads, see `retimed`."""
        return retimed(self, floor_km, travel, factor)


def retimed(trips: Trips | Nearest, floor_km: Floats, travel: Travel, factor: float) -> Floats:
    """Give the times of trips if roads were other than assumed.

    Parameters
    ----------
    trips
        With `km`, `minutes` and `from_km`, shape (m,).
    floor_km
        Intra-communal distance of the origin of each trip, shape (m,).
    travel
        The assumption to try, for times that come from a distance.
    factor
        What multiplies the times that come from elsewhere.

    Returns
    -------
    NDArray of float, shape (m,)
        Minutes; infinite stays infinite.

    Examples
    --------
    >>> nearest = Nearest(np.array([0, 1]), np.array([15.0, 15.0]), np.array([28.0, 20.0]),
    ...                   np.array([True, False]))
    >>> retimed(nearest, np.zeros(2), Travel(speed_kmh=39.0), 1.1).round(6).tolist()
    [32.0, 22.0]
    """
    return np.where(trips.from_km, minutes(trips.km, floor_km, travel), trips.minutes * factor)


def find_nearest(origins: Points, floor_km: Floats, places: Points, travel: Travel) -> Nearest:
    """Find the nearest place of each origin, on its own landmass.

    Equal distances go to the place that comes first, so that the answer does not depend on
    chance: order the places by id.

    Parameters
    ----------
    origins, places
        Communes and places.
    floor_km
        Intra-communal distance of each origin, km.
    travel
        Parameters of the estimate.
    """
    position = np.full(len(origins), -1, dtype=np.int64)
    km = np.full(len(origins), np.nan)
    for landmass in np.unique(places.landmass):
        there, here = places.on(landmass), origins.on(landmass)
        if len(here) == 0:
            continue
        tree = cKDTree(places.coordinates(there))
        distance, _ = tree.query(origins.coordinates(here))
        ties = tree.query_ball_point(origins.coordinates(here), distance * (1 + 1e-12) + 1e-6)
        position[here] = [there[min(cast("list[int]", tie))] for tie in ties]
        km[here] = distance / 1000
    found = position >= 0
    time = np.where(found, minutes(np.nan_to_num(km), floor_km, travel), np.inf)
    return Nearest(position, km, time, found)


def nearest_km(origins: Points, places: Points) -> Floats:
    """Crow-fly distance to the nearest place of each origin, km; NaN with none on its landmass.

    Much faster than `find_nearest`, which also says which place it is.
    """
    km = np.full(len(origins), np.nan)
    for landmass in np.unique(places.landmass):
        here = origins.on(landmass)
        tree = cKDTree(places.coordinates(places.on(landmass)))
        distance, _ = tree.query(origins.coordinates(here))
        km[here] = distance / 1000
    return km


def find_trips(
    origins: Points, floor_km: Floats, places: Points, travel: Travel, limit_km: float
) -> Trips:
    """List the pairs of a commune and a place up to `limit_km` apart, on one landmass.

    Parameters
    ----------
    origins, places
        Communes and places.
    floor_km
        Intra-communal distance of each origin, km.
    travel
        Parameters of the estimate.
    limit_km
        Crow-fly distance beyond which a pair is not listed.
    """
    rows, columns, distances = [_NOBODY], [_NOBODY], [_NOWHERE]
    for landmass in np.unique(places.landmass):
        there, here = places.on(landmass), origins.on(landmass)
        if len(here) == 0:
            continue
        pairs = cKDTree(origins.coordinates(here)).sparse_distance_matrix(
            cKDTree(places.coordinates(there)), limit_km * 1000, output_type="coo_matrix"
        )
        rows.append(here[pairs.row])
        columns.append(there[pairs.col])
        distances.append(pairs.data / 1000)
    origin, place, km = np.concatenate(rows), np.concatenate(columns), np.concatenate(distances)
    order = np.lexsort((place, origin))
    origin, place, km = origin[order], place[order], km[order]
    time = minutes(km, floor_km[origin], travel)
    estimated = np.ones(len(km), dtype=bool)
    return Trips(origin, place, km, time, estimated, (len(origins), len(places)))

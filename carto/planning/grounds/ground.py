"""The ground of a plan: communes and places of a perimeter and around, and the minutes between.

    t_ij = t0 + 60 · δ · max(d_ij, d_ii) / v      from commune i to the point j, on one landmass

Everything is dense: the largest perimeter and its surroundings make some 3,000 communes and as many
places, and every question asks for all of them. Times that were published are kept; to a point that
holds no place today they can only be that crow-fly estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from carto.measures.crow_fly_time import minutes as crow_fly_minutes
from carto.measures.pull import pull
from carto.verdict.parameters import Catchment, Travel

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class GroundPoints:
    """Points in metres, each in the legal projection of its landmass.

    Attributes
    ----------
    x, y
        Coordinates, metres, shape (k,).
    landmass
        Land that roads connect, shape (k,); points on two landmasses never meet.
    """

    x: Floats
    y: Floats
    landmass: NDArray[np.str_]

    def __len__(self) -> int:
        """Count the points."""
        return len(self.x)

    def take(self, positions: NDArray[np.int64]) -> GroundPoints:
        """Keep some points, in the order asked for."""
        return GroundPoints(self.x[positions], self.y[positions], self.landmass[positions])

    def km_to(self, others: GroundPoints) -> Floats:
        """Crow-fly distance to other points, shape (here, there); infinite across water.

        >>> here = GroundPoints(np.zeros(1), np.zeros(1), np.array(["continent"]))
        >>> lands = np.array(["continent", "Ouessant"])
        >>> here.km_to(GroundPoints(np.array([3000.0, 0.0]), np.full(2, 4000.0), lands)).tolist()
        [[5.0, inf]]
        """
        km = np.hypot(self.x[:, None] - others.x, self.y[:, None] - others.y) / 1000
        km[self.landmass[:, None] != others.landmass] = np.inf
        return km


@dataclass(frozen=True, eq=False)
class Ground:
    """Communes and places of a perimeter and of its surroundings, and the minutes between them.

    Attributes
    ----------
    codes, names
        The n communes, by rising code.
    is_inside
        Whether each lies in the perimeter.
    people
        Inhabitants, NaN where unknown.
    demand
        Standardised inhabitants, NaN where unknown.
    points
        The point of each commune.
    floor_km
        Mean distance inside each commune.
    place_ids, place_names, place_communes
        The m places, by rising id; the code of the commune of each.
    hours
        Hours a year of each place.
    is_known_around
        Whether all the people in reach of each place are in the data.
    minutes
        Travel times, shape (n, m), infinite without a way: those that were published, else the
        crow-fly estimate.
    nearest_min
        Published time to the nearest place of each commune, infinite without one, and the shortest
        of `minutes` for a commune that is not published. It is the mean of its people where they
        are known by squares: no entry of `minutes`.
    travel, catchment
        Parameters of the estimate, and of the pull.
    has_listed_times
        Whether the published times are not that estimate.
    """

    codes: NDArray[np.str_]
    names: NDArray[np.str_]
    is_inside: Bools
    people: Floats
    demand: Floats
    points: GroundPoints
    floor_km: Floats
    place_ids: NDArray[np.str_]
    place_names: NDArray[np.str_]
    place_communes: NDArray[np.str_]
    hours: Floats
    is_known_around: Bools
    minutes: Floats
    nearest_min: Floats
    travel: Travel
    catchment: Catchment
    has_listed_times: bool = False

    def minutes_to(self, points: GroundPoints) -> Floats:
        """Estimate the times from every commune to new points, shape (n, k)."""
        return crow_fly_minutes(self.points.km_to(points), self.floor_km[:, None], self.travel)

    def minutes_between(self) -> Floats:
        """Estimate the times from every commune to the point of every commune, shape (n, n)."""
        return self.minutes_to(self.points)

    @cached_property
    def weights(self) -> Floats:
        """Pull of every place on every commune, shape (n, m), before anybody chooses."""
        return weights_of(self.minutes, self.catchment)


def weights_of(minutes: Floats, catchment: Catchment) -> Floats:
    """Pull of places by travel time, from 0 to 1; 0 beyond the last step.

    With the method `3sfca` people then choose between the places in reach, see
    `carto.planning.grounds.access`.

    >>> weights_of(np.array([[5.0, 12.0, np.inf]]), Catchment()).tolist()
    [[1.0, 0.3, 0.0]]
    """
    return pull(minutes, catchment)

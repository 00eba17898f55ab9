"""A ground of five communes on a line, ten kilometres apart, the last one outside the perimeter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.measures.crow_fly_time import minutes as crow_fly_minutes
from carto.planning.grounds.ground import Ground, GroundPoints
from carto.verdict.parameters import Catchment, Travel

CODES = ("29001", "29002", "29003", "29004", "56001")
PEOPLE = (8000.0, 1000.0, 500.0, 200.0, 900.0)


def points_at(*km: float) -> GroundPoints:
    """Points of the mainland along a line."""
    along = np.array(km) * 1000
    return GroundPoints(along, np.zeros(len(km)), np.full(len(km), "continent"))


def small_ground(
    places: tuple[tuple[str, float], ...] = (("29001", 35.0), ("29001", 7.0), ("29004", 14.0)),
    people: tuple[float, ...] = PEOPLE,
) -> Ground:
    """Make the ground with some places: the commune and the hours a week of each."""
    points = points_at(0, 10, 20, 30, 40)
    floor = np.full(5, 1.0)
    communes: NDArray[np.str_] = np.array([commune for commune, _ in places], dtype="U5")
    at = np.searchsorted(CODES, communes)
    there = GroundPoints(points.x[at], points.y[at], points.landmass[at])
    minutes = crow_fly_minutes(points.km_to(there), floor[:, None], Travel())
    return Ground(
        codes=np.array(CODES),
        names=np.array(["Ville", "Bourg", "Hameau", "Port", "Ailleurs"]),
        is_inside=np.array([True, True, True, True, False]),
        people=np.array(people),
        demand=np.array(people),
        points=points,
        floor_km=floor,
        place_ids=np.array([f"lieu-{rank}" for rank in range(len(places))]),
        place_names=np.array([f"Lieu {rank}" for rank in range(len(places))]),
        place_communes=communes,
        hours=np.array([hours * 52 for _, hours in places]),
        is_known_around=np.full(len(places), True),
        minutes=minutes,
        nearest_min=minutes.min(axis=1, initial=np.inf),
        travel=Travel(),
        catchment=Catchment(),
    )

"""The ground of the sample: its communes and places, one invented commune around."""

from __future__ import annotations

import numpy as np

from carto.codes import landmass_of
from carto.legal_projection import to_metres
from carto.planning.grounds.ground import Ground, GroundPoints
from carto.verdict.parameters import Catchment, Travel
from tests.webapp.sample import TABLES
from webapp.scenarios.place_names import PlaceNames
from webapp.search.search_index import search_index

_COMMUNES = TABLES["communes"]
_PLACES = sorted(TABLES["sites"], key=lambda row: str(row["id"]))
_AROUND = {"code_insee": "56999", "nom": "Ailleurs", "longitude": -3.4, "latitude": 48.0}
_LISTED = [*_COMMUNES, _AROUND]


def _points(rows: list[dict[str, object]]) -> GroundPoints:
    metres = [to_metres(row["longitude"], row["latitude"], "29") for row in rows]
    x, y = np.array(metres).T
    return GroundPoints(x, y, np.array([landmass_of(str(row["code_insee"])) for row in rows]))


def small_ground() -> Ground:
    """Make the ground of the sample, with the crow-fly estimate for every trip."""
    points, places = _points(_LISTED), _points(_PLACES)
    travel = Travel()
    minutes = 2 + 60 * travel.detour * points.km_to(places) / travel.speed_kmh
    people = np.array([row.get("population", 500) for row in _LISTED], dtype=float)
    return Ground(
        codes=np.array([row["code_insee"] for row in _LISTED]),
        names=np.array([row["nom"] for row in _LISTED]),
        is_inside=np.array([row is not _AROUND for row in _LISTED]),
        people=people,
        demand=people,
        points=points,
        floor_km=np.full(len(_LISTED), 1.0),
        place_ids=np.array([row["id"] for row in _PLACES]),
        place_names=np.array([row["nom"] for row in _PLACES]),
        place_communes=np.array([row["code_insee"] for row in _PLACES]),
        hours=np.array([row["hours_per_year"] for row in _PLACES], dtype=float),
        is_known_around=np.ones(len(_PLACES), dtype=bool),
        minutes=minutes,
        nearest_min=minutes.min(axis=1),
        travel=travel,
        catchment=Catchment(),
    )


GROUND = small_ground()
NAMES = PlaceNames(GROUND)
INDEX = search_index({"commune": {row["code_insee"]: row for row in _COMMUNES}}, {}, [])

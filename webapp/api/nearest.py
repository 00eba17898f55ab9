"""`/api/v1/nearest`: the places of help nearest to a point, beyond every border."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto import french
from carto.drawing.travel_words import has_plain_estimate, travel_words
from carto.french import rounded
from carto.typography import typeset
from webapp import links, parameters
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.schema import number, whole
from webapp.api.description.tags import SEARCH
from webapp.api.schemas.nearest import NEAR_COLUMNS, NEAREST
from webapp.json_answers import json_answer
from webapp.places.places_near import places_near
from webapp.places.trips import DOUBTFUL_TRIP_KM, DOUBTFUL_TRIP_MIN, Trip, is_located
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import Row

blueprint = Blueprint("api_nearest", __name__, url_prefix="/api/v1")

USUAL_COUNT, LARGEST_COUNT = 5, 50


@blueprint.get("/nearest")
@described(
    Operation(
        SEARCH,
        "Les lieux les plus proches d'un point",
        NEAREST,
        "Sans égard aux limites de communes ou de départements. Les distances partent du point ; "
        "les temps, quand il y en a, sont une estimation à vol d'oiseau corrigée.",
        (
            Parameter(
                "lon",
                "Longitude, en degrés (WGS 84).",
                number(minimum=-180, maximum=180),
                -4.486,
                is_required=True,
            ),
            Parameter(
                "lat",
                "Latitude, en degrés (WGS 84).",
                number(minimum=-90, maximum=90),
                48.39,
                is_required=True,
            ),
            Parameter(
                "n",
                f"Combien en rendre, de 1 à {LARGEST_COUNT} ; {USUAL_COUNT} par défaut.",
                whole(minimum=1, maximum=LARGEST_COUNT, default=USUAL_COUNT),
                5,
            ),
        ),
    )
)
def nearest() -> Response:
    """Answer with the places of help nearest to a point, their distance and estimated time."""
    parameters.require_known(request.args, "lon", "lat", "n")
    point = parameters.read_point(request.args)
    count = parameters.read_count(request.args, "n", LARGEST_COUNT, USUAL_COUNT)
    snapshot = current()
    commune, trips = places_near(snapshot, point.longitude, point.latitude, count)
    return json_answer(
        {
            "snapshot": snapshot.id,
            "point": {"longitude": point.longitude, "latitude": point.latitude},
            "commune": None if commune is None else _named(commune),
            "time_method": time_method(snapshot.facts),
            "count": len(trips),
            "places": [_place(trip, is_on_land=commune is not None) for trip in trips],
        }
    )


def _place(trip: Trip, *, is_on_land: bool) -> dict[str, Any]:
    """Write a place and the trip to it; null for a time, or a road, that is not known."""
    site = trip.site
    return {
        **{name: site[name] for name in NEAR_COLUMNS},
        "is_located": is_located(site),
        "km": rounded(trip.km, 3),
        "min": None if trip.minutes is None else rounded(trip.minutes, 1),
        "is_by_road": trip.is_by_road if is_on_land else None,
        "links": {"self": links.site(site["id"])},
    }


def _named(commune: Row) -> dict[str, Any]:
    """Name a commune."""
    named = {name: commune[name] for name in ("code_insee", "nom")}
    return named | {"links": {"self": links.commune(commune["code_insee"])}}


def time_method(facts: Row) -> str:
    """Say in French where the times of this answer come from, and when there is none."""
    if not has_plain_estimate(facts):
        return typeset(
            f"Aucun temps : ceux de ces données ({travel_words(facts)}) partent de chaque "
            "commune, et non de ce point."
        )
    travel = facts["method"]["parameters"]["travel"]
    t0, speed = french.number(travel["t0_min"]), french.number(travel["speed_kmh"])
    detour = french.number(travel["detour"], 1)
    return typeset(
        f"{french.capitalised(travel_words(facts))} : {t0} min, puis {detour} fois la distance à "
        f"{speed} km/h. Aucun temps au-delà de {DOUBTFUL_TRIP_MIN} min ou de {DOUBTFUL_TRIP_KM} "
        "km, ni de l'autre côté de l'eau, ni depuis un point hors des communes publiées."
    )

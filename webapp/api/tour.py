"""`/api/v1/tour`: days, order and kilometres of a travelling permanence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request

from carto.french import rounded
from carto.planning.touring.tour import Tour
from carto.planning.touring.tour_effect import (
    TourEffect,
    TourQuestion,
    reachable_stops,
    tour_effect,
    tour_on,
)
from webapp import parameters
from webapp.api.asked_plan import planned_territory, refuse_unusable
from webapp.api.description.operation import Operation, described
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import PLANNING
from webapp.api.schemas.planning import TERRITORY_PARAMETER
from webapp.api.schemas.tour import QUESTION_PARAMETERS, TOUR
from webapp.json_answers import json_answer
from webapp.links import territory_page
from webapp.maps.map_units import communes_of
from webapp.planning.grounds import ground_of
from webapp.rule.asked_rule import under_asked_rule
from webapp.rule.rule import RULE_PARAMETERS
from webapp.siting.asked_values import AskedValues
from webapp.siting.tour_question import STOP, TOUR_PARAMETERS, read_tour
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("api_tour", __name__, url_prefix="/api/v1")


@blueprint.get("/tour")
@described(
    Operation(
        PLANNING,
        "La tournée d'une permanence itinérante",
        TOUR,
        "Les journées les plus courtes par les arrêts demandés. La règle du lecteur change les "
        "communes sous-desservies, donc les arrêts de `sous-desservies`.",
        (TERRITORY_PARAMETER, *QUESTION_PARAMETERS, *RULE),
        errors=(404,),
    )
)
def tour() -> Response:
    """Answer with the days of a tour, and what it changes."""
    known = (TERRITORY, *TOUR_PARAMETERS, *RULE_PARAMETERS)
    parameters.require_known(request.args, *known, repeatable=(STOP,))
    parameters.require_usable_rule(request.args)
    type_, code = planned_territory(request.args.get(TERRITORY, ""))
    snapshot = under_asked_rule(current())
    row = snapshot.territory(type_, code)
    values = AskedValues(dict(request.args.lists()))
    asked = read_tour(values, communes_of(snapshot, type_, code))
    refuse_unusable(values)
    ground = ground_of(snapshot, type_, code)
    stops = reachable_stops(ground, asked.base, asked.stops)
    question = TourQuestion(asked.base, stops, asked.hours_week, asked.half_days)
    planned = tour_on(ground, question)
    return json_answer(
        {
            "snapshot": snapshot.id,
            "territory": {"type": type_, "code": code, "nom": row["nom"]},
            "base": asked.base,
            "stops": list(stops),
            "unreachable": [stop for stop in asked.stops if stop not in stops],
            "left_out_count": asked.left_out,
            **_document(question, planned, tour_effect(ground, question, planned)),
            "links": {"page": territory_page(type_, code)},
        }
    )


def _document(question: TourQuestion, planned: Tour, effect: TourEffect) -> dict[str, Any]:
    """Write a tour."""
    return {
        "weeks": planned.weeks,
        "days": [
            {
                "week": day.week,
                "stops": [question.stops[stop - 1] for stop in day.stops],
                "km": rounded(day.km, 1),
                "minutes": rounded(day.minutes, 1),
            }
            for day in planned.days
        ],
        "is_exact": planned.is_exact,
        "km_week": rounded(planned.km_week, 1),
        "minutes_week": rounded(planned.minutes_week, 1),
        "hours_week_each": rounded(planned.hours_each, 3),
        "hours_week_left": rounded(planned.hours_left, 3),
        "people": round(effect.people),
        "people_within_before": _by_limit(effect.within_before),
        "people_within_after": _by_limit(effect.within_after),
        "hours_outside_base_share_before": _share(effect.outside_before),
        "hours_outside_base_share_after": _share(effect.outside_after),
    }


def _by_limit(people: Mapping[float, float]) -> dict[str, int]:
    """Write people by the minutes they are within."""
    return {f"{limit:g}": round(count) for limit, count in people.items()}


def _share(share: float) -> float | None:
    """Write a share; None of nothing."""
    return None if math.isnan(share) else rounded(share, 4)

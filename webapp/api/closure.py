"""`/api/v1/closure`: what withdrawing places or hours would cost. Never an advice to close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from flask import Blueprint, Response, request

from carto.french import rounded
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.closing.closure_effect import Loss, is_place_inside, nearest_left
from carto.planning.grounds.ground import Ground
from webapp import parameters
from webapp.api.asked_plan import planned_territory, refuse_unusable
from webapp.api.description.operation import Operation, described
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import PLANNING
from webapp.api.schemas.closure import CLOSURE, QUESTION_PARAMETERS
from webapp.api.schemas.planning import TERRITORY_PARAMETER
from webapp.json_answers import json_answer
from webapp.links import territory_page
from webapp.planning.grounds import ground_of
from webapp.rule.asked_rule import under_asked_rule
from webapp.rule.rule import RULE_PARAMETERS
from webapp.siting.asked_values import AskedValues
from webapp.siting.closure_answer import ClosureAnswer, answer_closure
from webapp.siting.closure_plan import NO_ADVICE
from webapp.siting.closure_question import CLOSURE_PARAMETERS, PLACE, read_closure
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.published_method import judging_parameters

blueprint = Blueprint("api_closure", __name__, url_prefix="/api/v1")


@blueprint.get("/closure")
@described(
    Operation(
        PLANNING,
        "Ce que coûterait de retirer des lieux ou des heures",
        CLOSURE,
        "Pour mesurer un retrait qui s'impose, jamais pour le conseiller. La règle du lecteur "
        "change l'offre de référence.",
        (TERRITORY_PARAMETER, *QUESTION_PARAMETERS, *RULE),
        errors=(404,),
    )
)
def closure() -> Response:
    """Answer with the places that go, who is then farther, who has fewer hours in reach."""
    known = (TERRITORY, *CLOSURE_PARAMETERS, *RULE_PARAMETERS)
    parameters.require_known(request.args, *known, repeatable=(PLACE,))
    parameters.require_usable_rule(request.args)
    type_, code = planned_territory(request.args.get(TERRITORY, ""))
    snapshot = under_asked_rule(current())
    row = snapshot.territory(type_, code)
    ground = ground_of(snapshot, type_, code)
    values = AskedValues(dict(request.args.lists()))
    asked = read_closure(values, ground.place_ids[is_place_inside(ground)].tolist())
    refuse_unusable(values)
    alerts = judging_parameters(snapshot.facts).alerts
    answer = answer_closure(snapshot, (type_, code), asked, alerts)
    return json_answer(
        {
            "snapshot": snapshot.id,
            "territory": {"type": type_, "code": code, "nom": row["nom"]},
            "caution": NO_ADVICE,
            **_document(ground, answer),
            "links": {"page": territory_page(type_, code)},
        }
    )


def _document(ground: Ground, answer: ClosureAnswer) -> dict[str, Any]:
    """Write an answer."""
    loss = answer.loss
    losers = np.flatnonzero(loss.is_farther | loss.has_less).tolist()
    nearest = nearest_left(ground, answer.gone)
    return {
        "way": answer.asked.way,
        "is_exact": answer.gap == 0,
        "gap": answer.gap,
        "withdrawn": [
            {
                "id": str(ground.place_ids[at]),
                "nom": str(ground.place_names[at]),
                "code_insee": str(ground.place_communes[at]),
                "hours_week": rounded(float(ground.hours[at]) / WEEKS_PER_YEAR, 2),
            }
            for at in answer.gone.tolist()
        ],
        "steps": [
            {
                "count": len(step.places),
                "withdrawn": [str(id_) for id_ in ground.place_ids[step.places]],
                "person_minutes": rounded(step.person_minutes, 1),
            }
            for step in answer.steps
        ],
        "hours_week_before": rounded(loss.hours_before, 2),
        "hours_week_after": rounded(loss.hours_after, 2),
        "people_farther": round(loss.people_farther),
        "people_with_less": round(loss.people_with_less),
        "people_cut_off": round(loss.people_cut_off),
        "communes": [_commune(ground, loss, int(nearest[at]), at) for at in losers],
    }


def _commune(ground: Ground, loss: Loss, nearest: int, at: int) -> dict[str, Any]:
    """Write a commune that loses; null where it is not known, or out of reach."""
    return {
        "code_insee": str(ground.codes[at]),
        "nom": str(ground.names[at]),
        "is_inside": bool(ground.is_inside[at]),
        "population": _known(ground.people[at], 0),
        "nearest_site_min_before": _known(loss.before[at], 1),
        "nearest_site_min_after": _known(loss.after[at], 1),
        "accessibility_before": _known(loss.access_before[at], 4),
        "accessibility_after": _known(loss.access_after[at], 4),
        "nearest_site_after": str(ground.place_ids[nearest]) if nearest >= 0 else None,
    }


def _known(value: float, decimals: int) -> float | None:
    """Round a value; None when it is not known, or infinite."""
    return rounded(float(value), decimals) if math.isfinite(value) else None

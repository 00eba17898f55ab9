"""`/api/v1/plan`: where to open, for a territory and a question."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.api.asked_plan import planned_territory
from webapp.api.description.operation import Operation, described
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import PLANNING
from webapp.api.schemas.plan import PLAN, PLAN_PARAMETERS
from webapp.api.schemas.planning import TERRITORY_PARAMETER
from webapp.asked_query import asked_query
from webapp.json_answers import json_answer
from webapp.links import territory_page
from webapp.planning.asked_question import QUESTION_PARAMETERS, read_question
from webapp.planning.proposal_document import proposal_document
from webapp.planning.proposals import proposal_of
from webapp.rule.asked_rule import under_rule
from webapp.rule.rule import RULE_PARAMETERS, read_rule
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.published_method import judging_parameters

blueprint = Blueprint("api_plan", __name__, url_prefix="/api/v1")


@blueprint.get("/plan")
@described(
    Operation(
        PLANNING,
        "Où tenir des demi-journées, ou ouvrir des lieux",
        PLAN,
        "Le territoire et les trente kilomètres autour sont comptés, les lieux actuels restent "
        "ouverts. La recherche dure trois secondes au plus ; ce que le temps a écourté le dit "
        "(`is_best`, `gap`) et n'est gardé par aucun cache.",
        (TERRITORY_PARAMETER, *PLAN_PARAMETERS, *RULE),
        errors=(404,),
    )
)
def plan() -> Response:
    """Answer a question of siting about a territory: what opens where, and what it changes."""
    parameters.require_known(request.args, TERRITORY, *QUESTION_PARAMETERS, *RULE_PARAMETERS)
    parameters.require_usable_rule(request.args)
    query = asked_query()
    type_, code = planned_territory(query.get(TERRITORY, ""))
    question = read_question(query)
    snapshot = under_rule(current(), read_rule(query)[0])
    row = snapshot.territory(type_, code)
    alerts = judging_parameters(snapshot.facts).alerts
    proposal = proposal_of(snapshot, (type_, code), question, alerts)
    return json_answer(
        {
            "snapshot": snapshot.id,
            "territory": {"type": type_, "code": code, "nom": row["nom"]},
            **proposal_document(proposal),
            "links": {"page": territory_page(type_, code)},
        }
    )

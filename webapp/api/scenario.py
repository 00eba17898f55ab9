"""`/api/v1/scenario`: what changes of places would change for a territory, before and after."""

from __future__ import annotations

from flask import Blueprint, Response, request

from carto.planning.scenarios.scenario import Scenario
from webapp import parameters
from webapp.api.asked_plan import planned_territory
from webapp.api.description.operation import Operation, described
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import PLANNING
from webapp.api.schemas.planning import TERRITORY_PARAMETER
from webapp.api.schemas.scenario import CHANGES, EFFECT
from webapp.asked_query import asked_query
from webapp.errors import ParameterError
from webapp.json_answers import json_answer
from webapp.links import territory_page
from webapp.planning.asked_scenario import AskedScenario, asked_scenario, asked_values
from webapp.planning.effect_document import effect_document
from webapp.planning.grounds import ground_of
from webapp.planning.scenario_address import (
    CHANGE_PARAMETERS,
    SCENARIO_PARAMETERS,
    query_text,
    scenario_pairs,
)
from webapp.planning.scenario_effect import scenario_effect
from webapp.planning.scenario_file import FILE_NAME, scenario_document
from webapp.rule.asked_rule import under_rule
from webapp.rule.rule import RULE_PARAMETERS, read_rule
from webapp.rule.ruled_snapshot import rule_of
from webapp.snapshots.asked_territory import TERRITORY, territory_text
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

blueprint = Blueprint("api_scenario", __name__, url_prefix="/api/v1")


@blueprint.get("/scenario")
@described(
    Operation(
        PLANNING,
        "Ce que changeraient des ouvertures, des retraits, d'autres horaires",
        EFFECT,
        "Avant et après, sous la même règle ; un changement inutilisable refuse le tout.",
        (TERRITORY_PARAMETER, *CHANGES, *RULE),
        errors=(404,),
    )
)
def what_would_change() -> Response:
    """Answer with a territory before and after a scenario, and who gains or loses by it."""
    known = (TERRITORY, *SCENARIO_PARAMETERS, *RULE_PARAMETERS)
    parameters.require_known(request.args, *known, repeatable=CHANGE_PARAMETERS)
    parameters.require_usable_rule(request.args)
    type_, code = planned_territory(request.args.get(TERRITORY, ""))
    snapshot = under_rule(current(), read_rule(asked_query())[0])
    row = snapshot.territory(type_, code)
    ground = ground_of(snapshot, type_, code)
    asked = _usable(asked_scenario(snapshot, ground, asked_values()))
    effect = scenario_effect(snapshot, (type_, code), ground, asked.scenario, asked.homes)
    return json_answer(
        {
            "snapshot": snapshot.id,
            "territory": {"type": type_, "code": code, "nom": row["nom"]},
            "scenario": scenario_document(
                snapshot, (type_, code), asked.scenario, asked.homes, rule_of(snapshot)
            ),
            "notices": list(asked.notices),
            **effect_document(ground, effect),
            "links": _links(snapshot, (type_, code), asked.scenario),
        }
    )


def _links(
    snapshot: LoadedSnapshot, territory: tuple[str, str], scenario: Scenario
) -> dict[str, str]:
    """Lead to the page and the file of a scenario, and to its territory."""
    pairs = [
        (TERRITORY, territory_text(territory)),
        *scenario_pairs(scenario, snapshot.id),
        *rule_of(snapshot).query().items(),
    ]
    query = query_text(pairs)
    return {
        "page": f"/scenario?{query}",
        "file": f"/{FILE_NAME}?{query}",
        "territory": territory_page(*territory),
    }


def _usable(asked: AskedScenario) -> AskedScenario:
    """Refuse a scenario with anything unusable in it."""
    for refusal in asked.refusals:
        raise ParameterError(refusal.parameter, refusal.reason)
    return asked

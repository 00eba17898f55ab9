"""`/api/v1/search`: territories by name, accents or not, by code or by postcode."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.schema import text
from webapp.api.description.tags import SEARCH as SEARCHING
from webapp.api.listing import (
    LIST_PARAMETERS,
    list_parameters,
    listed_snapshot,
    read_list,
    table_document,
)
from webapp.api.schemas.search import SEARCH, SEARCH_FIELDS
from webapp.api.territory_addresses import LEVELS, territory_address
from webapp.json_answers import json_answer
from webapp.search.search import LONGEST_QUESTION, ranked
from webapp.search.search_index import FORMER, Place
from webapp.snapshots.loaded_snapshot import COMMUNE

blueprint = Blueprint("api_search", __name__, url_prefix="/api/v1")

TYPES = (COMMUNE, *LEVELS)


@blueprint.get("/search")
@described(
    Operation(
        SEARCHING,
        "Un territoire par son nom, son code ou un code postal",
        SEARCH,
        "Sans égard aux accents, aux majuscules ni aux traits d'union, le meilleur d'abord. Aucune "
        "liste officielle de codes postaux n'est lue : ceux des adresses des lieux d'aide sont "
        "connus, et eux seuls.",
        (
            Parameter(
                "q",
                "Ce qui est cherché.",
                text(minLength=1, maxLength=LONGEST_QUESTION),
                "brest",
                is_required=True,
            ),
            Parameter("type", "Un seul type de territoire.", text(enum=list(TYPES)), "commune"),
            *list_parameters(SEARCH_FIELDS),
        ),
        errors=(404,),
    )
)
def search() -> Response:
    """Answer with the territories that a name, a code or a postcode finds, the best first."""
    parameters.require_known(request.args, "q", "type", *LIST_PARAMETERS)
    question = parameters.read_question(request.args, LONGEST_QUESTION)
    only = parameters.read_choice(request.args, "type", TYPES)
    asked = read_list(request.args, SEARCH_FIELDS)
    snapshot = listed_snapshot(request.args)
    places, is_match = ranked(question, snapshot.names, only)
    rows = [{"place": place} for place in places]
    document = table_document(
        snapshot.id, "results", rows, asked, lambda row: _result(row["place"])
    )
    return json_answer({**document, "is_match": is_match})


def _result(place: Place) -> dict[str, Any]:
    """Write a territory; a commune that is no more leads to the page of the living one."""
    return {
        "type": place.type,
        "code": place.code,
        "nom": place.nom,
        "detail": place.detail,
        "links": {"self": _address(place), "page": place.path},
    }


def _address(place: Place) -> str | None:
    """Address a territory in the API; a commune that is no more has none."""
    return None if place.type == FORMER else territory_address(place.type, place.code)

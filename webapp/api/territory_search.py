"""`/api/v1/search`: territories by name, accents or not, by code or by postcode."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from webapp import links, parameters
from webapp.api.listing import list_document
from webapp.api.territories import LEVELS
from webapp.json_answers import json_answer
from webapp.search.search import LONGEST_QUESTION, ranked
from webapp.search.search_index import FORMER, Place
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import COMMUNE

blueprint = Blueprint("api_search", __name__, url_prefix="/api/v1")

TYPES = (COMMUNE, *(level for level in LEVELS))


@blueprint.get("/search")
def search() -> Response:
    """Answer with the territories that a name, a code or a postcode finds, the best first."""
    parameters.require_known(request.args, "q", "type", "limit", "offset")
    question = parameters.read_question(request.args, LONGEST_QUESTION)
    only = parameters.read_choice(request.args, "type", TYPES)
    page = parameters.read_page(request.args)
    snapshot = current()
    places, is_match = ranked(question, snapshot.names, only)
    rows = [{"place": place} for place in places]
    document = list_document(snapshot.id, "results", rows, page, lambda row: _result(row["place"]))
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
    if place.type == FORMER:
        return None
    if place.type == COMMUNE:
        return links.commune(place.code)
    return links.territory(LEVELS[place.type], None if place.type == "france" else place.code)

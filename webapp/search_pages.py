"""The search: its page, and what it suggests as one types."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from carto.french import plural
from carto.said_back import words_of
from webapp.comparison.comparison_search import place_id
from webapp.comparison.comparison_suggestions import comparison_with
from webapp.json_answers import json_answer
from webapp.page_state import current_view, page_state
from webapp.parameters import require_known
from webapp.scenarios.suggested_place import is_gesture, suggested_address
from webapp.search.search import LONGEST_QUESTION, search, suggest
from webapp.search.search_index import Place
from webapp.snapshots.loaded_snapshot import COMMUNE
from webapp.views.state import STATE_PARAMETERS, MapState

blueprint = Blueprint("search", __name__)

MOST_SUGGESTED = 8
IDS = "ids"
_PARAMETERS = ("q", "type")


@blueprint.get("/recherche")
def find() -> str:
    """List the territories that match `q`; with `type=commune`, the way in of the public."""
    snapshot = current_view()
    read = page_state(snapshot, (), *_PARAMETERS)
    question, only = _question(), _only()
    found = search(question, snapshot.names, only)
    return render_template(
        "pages/recherche.html",
        question=question,
        only=only,
        found=found,
        said=plural(found.total, "territoire trouvé", "territoires trouvés"),
        has_postcodes=bool(snapshot.names.postcodes),
        state=read.state.elsewhere(),
        notices=(*read.notices, *_notices()),
    )


@blueprint.get("/recherche/suggestions")
def suggestions() -> Response:
    """Answer what completes `q`: at most eight names, each with the page it leads to.

    With `ids`, the territories of a comparison, each leads to the same comparison with one more;
    with the gesture of a scenario, each leads to the scenario with a place there.
    """
    if not is_gesture(request.args):
        require_known(request.args, *_PARAMETERS, IDS, *STATE_PARAMETERS)
    snapshot = current_view()
    state = page_state(snapshot, (), *_PARAMETERS, IDS).state.elsewhere()
    compared = request.args.get(IDS)
    places = suggest(_question(), snapshot.names, _only(), MOST_SUGGESTED)
    said = plural(len(places), "suggestion") if places else "Aucune suggestion"
    found = [
        {"nom": place.nom, "detail": place.detail, "href": _address(place, state, compared)}
        for place in places
    ]
    return json_answer({"suggestions": found, "annonce": said})


def _address(place: Place, state: MapState, compared: str | None) -> str:
    """Address that a suggestion leads to: the page of the place, or what is made with it."""
    if is_gesture(request.args):
        return suggested_address(request.args, place.code)
    added = place_id(place)
    if compared is None or added is None:
        return state.url(place.path)
    return comparison_with(compared, added, state)


def _question() -> str:
    """Read what is asked for, without what surrounds it."""
    return words_of(request.args.get("q", ""))[:LONGEST_QUESTION]


def _only() -> str | None:
    """Read the type to keep: communes, or everything."""
    return COMMUNE if request.args.get("type") == COMMUNE else None


def _notices() -> list[str]:
    """Say that a type is not known."""
    if request.args.get("type") in (None, "", COMMUNE):
        return []
    return ["Ce type de territoire n'est pas compris : la recherche porte sur tous."]

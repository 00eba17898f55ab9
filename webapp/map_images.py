"""The map of a territory as a file of its own."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.map_blocks import standalone_map
from webapp.page_state import current_view, page_state

blueprint = Blueprint("map_images", __name__)


@blueprint.get("/<any(departement, epci):type_>/<code>/carte.svg")
def picture(type_: str, code: str) -> Response:
    """Draw the map of a territory as one image that explains itself."""
    snapshot = current_view()
    state = page_state(snapshot, ()).state
    return Response(standalone_map(snapshot, type_, code, state), mimetype="image/svg+xml")

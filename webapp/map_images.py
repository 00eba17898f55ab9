"""The map of a territory as a file of its own."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.house.theme import site
from webapp.maps.map_blocks import standalone_map
from webapp.page_state import current_view, require_usable, territory_state
from webapp.territories.territory_routes import for_every_territory

blueprint = Blueprint("map_images", __name__)


@for_every_territory(blueprint, "/carte.svg")
def picture(type_: str, code: str) -> Response:
    """Draw the map of a territory as one image that explains itself."""
    snapshot = current_view()
    read = territory_state(snapshot, type_, code)
    require_usable(snapshot, read.notices)
    drawn = standalone_map(snapshot, type_, code, read.state, site().nom)
    return Response(drawn, mimetype="image/svg+xml")

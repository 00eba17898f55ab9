"""`/styles`: how to draw the vector tiles of a layer, as MapLibre's style specification."""

from __future__ import annotations

from flask import Blueprint, Response, request

from carto.drawing.tile_fields import LAYERS
from carto.drawing.tile_style import indicator_style, place_style
from carto.said_back import said_back
from webapp import links, parameters
from webapp.embedding.public_address import public_address
from webapp.errors import UnknownResourceError
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.tiles.opening_view import opening_view
from webapp.tiles.tile_archives import current_archive, published_layers

# Places alone on white paper would be nowhere.
_AROUND = ("epci", "departements")

blueprint = Blueprint("styles", __name__, url_prefix="/styles")


@blueprint.get("/<layer>.json")
@blueprint.get("/<layer>/<indicator>.json")
def style(layer: str, indicator: str | None = None) -> Response:
    """Answer with the style of a layer, coloured by one of its indicators or by the first."""
    parameters.require_known(request.args)
    described = LAYERS[current_archive(layer).layer]
    host = public_address()
    tiles = host + links.tile_json(layer)
    snapshot = current()
    view = opening_view(snapshot.communes.values())
    shown = {one.id: one for one in described.indicators(snapshot.facts)}
    if not shown and indicator is None:
        drawn = [name for name in _AROUND if name in published_layers()]
        around = {name: host + links.tile_json(name) for name in drawn}
        return json_answer(place_style(described, tiles, view, around))
    chosen = next(iter(shown), None) if indicator is None else indicator
    if chosen not in shown:
        known = ", ".join(shown) or "aucun"
        asked = said_back(str(chosen))
        raise UnknownResourceError(
            f"La couche « {layer} » n'a pas d'indicateur « {asked} » ; choisissez parmi : {known}."
        )
    return json_answer(indicator_style(described, shown[chosen], tiles, view))

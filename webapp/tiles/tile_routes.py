"""`/tuiles`: the vector tiles of a snapshot, and the TileJSON by which clients find them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.caching import IMMUTABLE
from webapp.json_answers import json_answer
from webapp.tiles.tile_answers import tile_answer
from webapp.tiles.tile_archives import current_archive, tile_archive
from webapp.tiles.tile_json import tile_json

blueprint = Blueprint("tiles", __name__, url_prefix="/tuiles")


@blueprint.get("/<snapshot_id>/<layer>/<int:zoom>/<int:column>/<int:row>.mvt")
def tile(snapshot_id: str, layer: str, zoom: int, column: int, row: int) -> Response:
    """Answer with a tile of a snapshot: its address names the snapshot, so it never changes."""
    parameters.require_known(request.args)
    response = tile_answer(tile_archive(snapshot_id, layer), zoom, column, row)
    response.headers["Cache-Control"] = IMMUTABLE
    return response


@blueprint.get("/<layer>.json")
def description(layer: str) -> Response:
    """Answer with the TileJSON of a layer of the current snapshot."""
    parameters.require_known(request.args)
    return json_answer(tile_json(current_archive(layer)))

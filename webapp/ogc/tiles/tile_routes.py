"""`/ogc/…/tiles`: the tiles of the current snapshot, as OGC API – Tiles addresses them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from carto.drawing.tile_fields import LAYERS
from carto.said_back import said_back
from webapp import parameters
from webapp.caching import validated_by_its_bytes
from webapp.errors import ParameterError, UnknownResourceError
from webapp.json_answers import json_answer
from webapp.ogc.addresses import ROOT
from webapp.ogc.tiles.tile_sets import grid_list, tile_set, tile_set_list
from webapp.ogc.tiles.web_mercator import GRID, grid_document
from webapp.tiles.tile_answers import tile_answer
from webapp.tiles.tile_archives import current_archive

blueprint = Blueprint("ogc_tiles", __name__, url_prefix=ROOT)


@blueprint.get("/tileMatrixSets")
def grids() -> Response:
    """List the grids."""
    _require_format("json")
    return validated_by_its_bytes(json_answer(grid_list()))


@blueprint.get("/tileMatrixSets/<grid>")
def grid(grid: str) -> Response:
    """Define a grid."""
    _require_format("json")
    _require_grid(grid)
    return validated_by_its_bytes(json_answer(grid_document()))


@blueprint.get("/collections/<collection>/tiles")
def tile_sets(collection: str) -> Response:
    """List the tile sets of a collection."""
    _require_format("json")
    archive = current_archive(collection)
    return json_answer(tile_set_list(LAYERS[archive.layer]))


@blueprint.get("/collections/<collection>/tiles/<grid>")
def one_tile_set(collection: str, grid: str) -> Response:
    """Describe a tile set."""
    _require_format("json")
    _require_grid(grid)
    return json_answer(tile_set(current_archive(collection)))


@blueprint.get("/collections/<collection>/tiles/<grid>/<int:zoom>/<int:row>/<int:column>")
def tile(collection: str, grid: str, zoom: int, row: int, column: int) -> Response:
    """Answer with a tile of the current snapshot, revalidated at each publication."""
    _require_format("mvt")
    _require_grid(grid)
    return tile_answer(current_archive(collection), zoom, column, row)


def _require_format(only: str) -> None:
    """Refuse another parameter than the format, and another format than the only one."""
    parameters.require_known(request.args, "f")
    if request.args.get("f", only) != only:
        raise ParameterError("f", f"Ce document n'existe qu'au format « {only} ».")


def _require_grid(name: str) -> None:
    """Refuse another grid than the only one."""
    if name != GRID:
        raise UnknownResourceError(
            f"Pas de grille « {said_back(name)} » : les tuiles sont coupées selon {GRID}."
        )

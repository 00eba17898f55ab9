"""One tile as an answer: compressed as it is stored, plain for whoever cannot read that."""

from __future__ import annotations

import gzip

from flask import Response, request

from webapp.errors import UnknownResourceError
from webapp.tiles.tile_archive import MVT, TileArchive

NOTHING_HERE = 204


def tile_answer(archive: TileArchive, zoom: int, column: int, row: int) -> Response:
    """Answer with a tile, or with 204 where the layer has nothing.

    Parameters
    ----------
    archive
        The tiles of a layer.
    zoom, column, row
        In the grid of the web; the first row is the most northern.

    Raises
    ------
    UnknownResourceError
        When the layer has no such zoom, or the zoom no such tile.
    """
    first, last = archive.zooms[0], archive.zooms[-1]
    if zoom not in archive.zooms:
        raise UnknownResourceError(
            f"La couche « {archive.layer} » a des tuiles du zoom {first} au zoom {last} : le zoom "
            f"{zoom} n'en est pas. Au-delà du dernier, un client de cartes agrandit ses tuiles."
        )
    side = 2**zoom
    if column >= side or row >= side:
        raise UnknownResourceError(
            f"Au zoom {zoom}, colonnes et lignes vont de 0 à {side - 1} : la colonne {column}, "
            f"ligne {row}, n'existe pas."
        )
    tile = archive.tile(f"{zoom}/{column}/{row}")
    response = _nothing() if tile is None else _coded(tile, archive)
    response.vary.add("Accept-Encoding")
    return response


def _nothing() -> Response:
    """Answer that the layer has nothing there."""
    response = Response(status=NOTHING_HERE)
    del response.headers["Content-Type"]
    return response


def _coded(tile: bytes, archive: TileArchive) -> Response:
    """Answer with the bytes of a tile in a coding that the client reads."""
    is_gzip = request.accept_encodings["gzip"] > 0
    response = Response(tile if is_gzip else gzip.decompress(tile), mimetype=MVT)
    if is_gzip:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(tile_etag(archive.snapshot_id, is_gzip=is_gzip))
    return response


def tile_etag(snapshot_id: str, *, is_gzip: bool) -> str:
    """Write the validator of the tiles of a snapshot, in one coding.

    >>> tile_etag("1a2b", is_gzip=True), tile_etag("1a2b", is_gzip=False)
    ('1a2b-gzip', '1a2b')
    """
    return f"{snapshot_id}-gzip" if is_gzip else snapshot_id

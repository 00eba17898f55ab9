"""A short way to the tiles, in front of the application.

A map asks for dozens of tiles at once, and Flask takes five times longer to route a request and
finish its answer than this takes to find a tile. What is asked plainly of an archive that is open
already is answered here; anything else goes to the application, whose answer says the same bytes
under the same headers, or says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from webapp.caching import IMMUTABLE
from webapp.tiles.tile_answers import GZIP, tile_etag
from webapp.tiles.tile_archive import MVT
from webapp.tiles.tile_archives import TileArchives

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = "/tuiles/"
_SUFFIX = ".mvt"
_OF_A_BODY = [("Content-Type", MVT), ("Content-Encoding", GZIP)]

Headers = list[tuple[str, str]]


class TileShortcut:
    """WSGI application that answers with tiles, in front of another.

    Parameters
    ----------
    application
        What answers everything else.
    archives
        Those that `application` opens.
    headers
        What every answer under `/tuiles/` carries besides, as `application` writes it.
    """

    def __init__(
        self, application: WSGIApplication, archives: TileArchives, headers: Headers
    ) -> None:
        self._application = application
        self._archives = archives
        self._headers = [("Vary", "Accept-Encoding"), ("Cache-Control", IMMUTABLE), *headers]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a tile, or let the application answer."""
        path: str = environ["PATH_INFO"]
        if not path.startswith(PREFIX) or not path.endswith(_SUFFIX) or not _is_plain(environ):
            return self._application(environ, start_response)
        snapshot_id, _, rest = path[len(PREFIX) : -len(_SUFFIX)].partition("/")
        layer, _, name = rest.partition("/")
        archive = self._archives.held(snapshot_id, layer)
        tile = archive.tile(name) if archive else None
        etag = f'"{tile_etag(snapshot_id, GZIP)}"'
        condition = environ.get("HTTP_IF_NONE_MATCH")
        if tile is None or condition not in (None, etag):
            return self._application(environ, start_response)
        named = [*self._headers, ("ETag", etag), ("Carto-Snapshot", snapshot_id)]
        if condition is not None:
            start_response("304 NOT MODIFIED", named)
            return []
        length = ("Content-Length", str(len(tile)))
        start_response("200 OK", [*_OF_A_BODY, length, *named])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [tile]


def _is_plain(environ: WSGIEnvironment) -> bool:
    """Whether a request is one of those of maps: to read, without parameter, gzip accepted."""
    codings = environ.get("HTTP_ACCEPT_ENCODING", "")
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and GZIP in codings
        and ";" not in codings
    )

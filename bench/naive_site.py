"""Serve a folium page from this machine: its libraries come from npm packages, compressed.

Every choice favours folium: libraries compressed at the highest level and served from memory, no
tile, an empty file in place of the two style sheets that no package holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brotli

PACKAGES = {
    "all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
    "bootstrap-glyphicons.css": None,
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "d3.min.js": "d3/d3.min.js",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.min.js",
    "leaflet.awesome.rotate.min.css": None,
    "leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.js": "leaflet/dist/leaflet.js",
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
}
PAGE = "/carte.html"
HIGHEST, DYNAMIC = 11, 5

_LIBRARY = re.compile(r"https://[^\"'\s]+/([^\"'\s/]+\.(?:js|css))")


def localise(page: str) -> str:
    """Point the libraries of a page at this site.

    >>> localise('<script src="https://elsewhere.example/npm/leaflet@1.9.3/dist/leaflet.js">')
    '<script src="/leaflet.js">'
    """
    return _LIBRARY.sub(r"/\1", page)


def gather(page: str, node_modules: Path) -> dict[str, bytes]:
    """Gather what the site serves, compressed, by path.

    Parameters
    ----------
    page
        HTML that folium wrote.
    node_modules
        Where the packages of `bench/package.json` are installed.

    Raises
    ------
    KeyError
        When the page uses a library that no package stands for.
    FileNotFoundError
        When a package is not installed.
    """
    files = {PAGE: brotli.compress(localise(page).encode(), quality=DYNAMIC)}
    for name in sorted(set(_LIBRARY.findall(page))):
        packaged = PACKAGES[name]
        content = b"" if packaged is None else (node_modules / packaged).read_bytes()
        files[f"/{name}"] = brotli.compress(content, quality=HIGHEST)
    return files


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[int]:
    """Serve compressed files; gives the port."""

    class Handler(BaseHTTPRequestHandler):
        """Answers from memory and keeps connections open."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a file, or 404 without content."""
            content = files.get(self.path)
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Length", str(len(content or b"")))
            if content is not None:
                self.send_header("Content-Type", TYPES[Path(self.path).suffix])
                self.send_header("Content-Encoding", "br")
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()

"""Security headers: what a browser may do with an answer of the service.

Pages load scripts, styles and data from this host only, keep no cookie and ask no other host.
Only `/integrer/*` may be framed by other sites, all of them unless site.toml names some; there,
WordPress puts the frame in a sandbox whose origin is opaque, so that MapLibre starts its worker
from a `data:` or `blob:` address.
Everything published is public: data, API, images and assets may be read from any origin.
"""

from __future__ import annotations

from flask import Flask, Response, request

from webapp.file_formats import FILE_FORMATS
from webapp.house.theme import site

_EMBED_PREFIX = "/integrer/"
_OPEN_PREFIXES = (
    *("/api/", "/donnees/", "/static/", "/fond/", "/theme.css", "/logo.", "/health", "/ready"),
    *("/integrer.js", "/oembed", "/catalogue.jsonld", "/tuiles/", "/styles/", "/ogc"),
    # A frame whose origin is opaque reads its own page again, from "another" origin.
    _EMBED_PREFIX,
)
_IMAGES = ("/carte.svg", "/carte.png", "/carte.pdf")
_OPEN_ENDS = (*_IMAGES, *(f".{suffix}" for suffix in FILE_FORMATS))
# Many small files: they carry no header that only documents and data need.
_ASSETS = "/static/"
# A worker lives under the policy of its own script.
_ASSET_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
_EXPOSED = (
    "Carto-Snapshot, ETag, Accept-Ranges, Content-Range, Content-Length, Link, Retry-After, "
    "X-Request-Id"
)


def content_security_policy(is_embed: bool, integration: tuple[str, ...] = ("*",)) -> str:
    """Policy of a page; embeds may be framed elsewhere and start a worker from an opaque origin.

    Parameters
    ----------
    is_embed
        Whether the page is made to be framed.
    integration
        Who may frame it then, besides this service.

    Examples
    --------
    >>> content_security_policy(is_embed=False).split("; ")[-1]
    "frame-ancestors 'none'"
    """
    worker = "'self' data: blob:" if is_embed else "'self'"
    ancestors = _ancestors(integration) if is_embed else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"worker-src {worker}",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "frame-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def _ancestors(integration: tuple[str, ...]) -> str:
    """Who may frame an embed: those chosen, and this service, whose configurator shows it."""
    others = [source for source in integration if source != "'none'"]
    return "*" if "*" in others else " ".join(("'self'", *others))


def add_security_headers(response: Response) -> Response:
    """Complete the headers of every answer, errors included."""
    is_embed = request.path.startswith(_EMBED_PREFIX)
    is_open = request.path.startswith(_OPEN_PREFIXES) or request.path.endswith(_OPEN_ENDS)
    headers = response.headers
    is_asset = request.path.startswith(_ASSETS)
    policy = content_security_policy(is_embed, site().integration)
    headers["Content-Security-Policy"] = _ASSET_POLICY if is_asset else policy
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "cross-origin" if is_open else "same-origin"
    if not is_asset:
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()"
    if not (is_asset or is_embed):
        headers["X-Frame-Options"] = "DENY"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if is_open:
        headers["Access-Control-Allow-Origin"] = "*"
    if is_open and not is_asset:
        headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        headers["Access-Control-Allow-Headers"] = "Range, If-Range, If-None-Match"
        headers["Access-Control-Expose-Headers"] = _EXPOSED
    return response


def security_headers(app: Flask, path: str) -> list[tuple[str, str]]:
    """List the headers that answers at a path carry, for what answers in front of `app`.

    Parameters
    ----------
    app
        The application, with its site.
    path
        Start of the address of the answers.
    """
    with app.test_request_context(path):
        response = Response()
        response.headers.clear()
        return add_security_headers(response).headers.to_wsgi_list()

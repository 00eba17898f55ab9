"""`/robots.txt`: every page may be read by robots; files made for each request are left alone."""

from __future__ import annotations

from flask import Blueprint, Response

blueprint = Blueprint("robots", __name__)

_RULES = """User-agent: *
Allow: /donnees/qualite$
Disallow: /api/
Disallow: /donnees/
Disallow: /oembed
Disallow: /*/carte.pdf
Disallow: /*/carte.png
Disallow: /*.csv
Disallow: /*geste=
"""


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Answer with what robots are asked not to read."""
    return Response(_RULES, mimetype="text/plain")

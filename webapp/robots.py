"""`/robots.txt`: pages may be read by robots; what is computed for each request is left alone.

A scenario, a plan and the group being composed have as many addresses as there are choices, and a
file of a dossier takes seconds to write: a robot that followed their links would never end.
"""

from __future__ import annotations

from flask import Blueprint, Response

blueprint = Blueprint("robots", __name__)

_RULES = """User-agent: *
Allow: /donnees/qualite$
Allow: /scenario$
Disallow: /api/
Disallow: /donnees/
Disallow: /oembed
Disallow: /*/carte.pdf
Disallow: /*/carte.png
Disallow: /*.csv
Disallow: /*geste=
Disallow: /scenario
Disallow: /planifier?*
Disallow: /groupe?*
Disallow: /dossier/*.pdf
Disallow: /dossier/*.docx
Disallow: /dossier/*.zip
Disallow: /dossier/*?*
"""


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Answer with what robots are asked not to read."""
    return Response(_RULES, mimetype="text/plain")

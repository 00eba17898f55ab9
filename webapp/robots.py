"""`/robots.txt`: pages may be read by robots; what is computed for each request is left alone.

A scenario, a plan and the group being composed have as many addresses as there are choices, and a
file of a dossier takes seconds to write: a robot that followed their links would never end.
"""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.caching import validated_by_its_bytes
from webapp.embedding.public_address import known_address

blueprint = Blueprint("robots", __name__)

_RULES = """User-agent: *
Allow: /donnees/dictionnaire$
Allow: /donnees/qualite$
Allow: /scenario$
Disallow: /api/
Disallow: /donnees/
Disallow: /oembed
Disallow: /ogc/
Disallow: /styles/
Disallow: /tuiles/
Disallow: /*/carte.pdf
Disallow: /*/carte.png
Disallow: /*.csv
Disallow: /*.xlsx
Disallow: /*.geojson
Disallow: /*.gpkg
Disallow: /*.parquet
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
    """Answer with what robots are asked not to read, and where the list of pages is."""
    host = known_address()
    plan = "" if host is None else f"Sitemap: {host}/sitemap.xml\n"
    return validated_by_its_bytes(Response(f"{_RULES}{plan}", mimetype="text/plain"))

"""`/sitemap.xml`: the pages that search engines may read, in as many parts as they need.

Pages of the territories and of the communes, dated by their snapshot; what is computed from the
choices of a reader is left out, as robots.txt asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.embedding.public_address import public_address
from webapp.errors import UnknownResourceError
from webapp.links import territory_page
from webapp.search.search_index import FORMER
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

blueprint = Blueprint("sitemap", __name__)

MOST_IN_A_PART = 50_000
PAGES = (
    *("/", "/territoires", "/comparer", "/evolutions", "/seuils", "/planifier", "/methode"),
    *("/sources", "/donnees", "/donnees/dictionnaire", "/donnees/qualite", "/api"),
    *("/accessibilite", "/mentions-legales", "/donnees-personnelles"),
)
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DAY = 10


@blueprint.get("/sitemap.xml")
def index() -> Response:
    """Answer with the list of the parts."""
    parameters.require_known(request.args)
    snapshot, host = current(), public_address()
    count = -(-len(addresses(snapshot)) // MOST_IN_A_PART)
    parts = (f"{host}/sitemap-{number}.xml" for number in range(1, count + 1))
    return _written("sitemapindex", "sitemap", parts, _day(snapshot))


@blueprint.get("/sitemap-<int:number>.xml")
def part(number: int) -> Response:
    """Answer with one part."""
    parameters.require_known(request.args)
    snapshot, host = current(), public_address()
    start = (number - 1) * MOST_IN_A_PART
    listed = addresses(snapshot)[max(0, start) : max(0, start) + MOST_IN_A_PART]
    if number < 1 or not listed:
        raise UnknownResourceError("Ce plan du site n'a pas cette partie ; voyez /sitemap.xml.")
    return _written("urlset", "url", (host + path for path in listed), _day(snapshot))


def addresses(snapshot: LoadedSnapshot) -> list[str]:
    """List the pages of a snapshot, from the widest territory to the communes.

    Parameters
    ----------
    snapshot
        What is served.
    """
    found = snapshot.names.places
    return [
        *PAGES,
        *(territory_page(place.type, place.code) for place in found if place.type != FORMER),
    ]


def _written(root: str, entry: str, listed: Iterable[str], day: str) -> Response:
    """Write addresses in XML, all of one day."""
    lines = "".join(
        f"<{entry}><loc>{escape(address)}</loc><lastmod>{day}</lastmod></{entry}>\n"
        for address in listed
    )
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SCHEMA}">\n{lines}</{root}>\n'
    return Response(text, mimetype="application/xml")


def _day(snapshot: LoadedSnapshot) -> str:
    """Day when a snapshot was built."""
    return str(snapshot.facts["created"])[:_DAY]

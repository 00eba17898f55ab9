"""Addresses of the standard interfaces: absolute, as their clients want them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from webapp.embedding.public_address import public_address

ROOT = "/ogc"
JSON, GEOJSON, HTML = "application/json", "application/geo+json", "text/html"
SCHEMA = "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
MAPLIBRE_STYLE = "application/vnd.mapbox.style+json"
# Relations that the standards name by an address.
OGC_RELATION = "http://www.opengis.net/def/rel/ogc/1.0/"
# Half of what a proxy takes by default for all the headers of an answer.
_LONGEST_HEADER = 2_048

Link = dict[str, str]


def absolute(path: str, query: Mapping[str, str] | None = None) -> str:
    """Address a resource of this service from anywhere.

    Parameters
    ----------
    path
        From the root of the host, already quoted.
    query
        Parameters, in their order.
    """
    asked = f"?{urlencode(query, safe=',:/')}" if query else ""
    return f"{public_address()}{path}{asked}"


def collection_path(collection: str) -> str:
    """Address a collection from the root of the host.

    >>> collection_path("communes")
    '/ogc/collections/communes'
    """
    return f"{ROOT}/collections/{quote(collection)}"


def items_path(collection: str, identifier: str | None = None) -> str:
    """Address the features of a collection, or one of them, from the root of the host.

    >>> items_path("lieux", "france_services:12/a")
    '/ogc/collections/lieux/items/france_services%3A12%2Fa'
    """
    start = f"{collection_path(collection)}/items"
    return start if identifier is None else f"{start}/{quote(identifier, safe='')}"


def tile_sets_path(collection: str) -> str:
    """Address the tile sets of a collection from the root of the host.

    >>> tile_sets_path("communes")
    '/ogc/collections/communes/tiles'
    """
    return f"{collection_path(collection)}/tiles"


def link(rel: str, href: str, type_: str, title: str) -> Link:
    """Write a link as the standards do."""
    return {"rel": rel, "type": type_, "title": title, "href": href, "hreflang": "fr"}


def licence_link() -> Link:
    """Link to the page that names every source, its date and its licence."""
    return link("license", absolute("/sources"), HTML, "Sources et licences")


def link_header(links: list[Link], *relations: str) -> str:
    """Write some links as the header of an answer, for clients that do not read it.

    A long filter is in the address of every page: the links that no longer fit in a header are in
    the answer alone.

    >>> link_header([link("next", "http://a/b", "text/html", "Suite")], "next")
    '<http://a/b>; rel="next"; type="text/html"'
    """
    header = ""
    for one in links:
        written = f'<{one["href"]}>; rel="{one["rel"]}"; type="{one["type"]}"'
        longer = f"{header}, {written}" if header else written
        if one["rel"] in relations and len(longer) <= _LONGEST_HEADER:
            header = longer
    return header

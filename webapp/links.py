"""Addresses of the service, each written once, from the root of this host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

API = "/api/v1"


def territory_page(type_: str, code: str) -> str:
    """Address the page of a territory; that of France has no code.

    >>> territory_page("departement", "2A"), territory_page("france", "FR")
    ('/departement/2A', '/france')
    """
    return f"/{type_}" if type_ == "france" else f"/{type_}/{quote(code)}"


def map_data(snapshot_id: str, type_: str, code: str, unit: str) -> str:
    """Start of the addresses of the data of a map, by what it colours.

    >>> map_data("1a2b", "departement", "29", "commune"), map_data("1a2b", "region", "53", "epci")
    ('/donnees/1a2b/departement/29', '/donnees/1a2b/region/53/epci')
    """
    start = f"/donnees/{quote(snapshot_id)}/{type_}/{quote(code)}"
    return start if unit == "commune" else f"{start}/{unit}"


def communes(territory: str, code: str) -> str:
    """Address the communes of a territory in the API; `territory` is `epci` or `departement`."""
    return f"{API}/communes?{territory}={quote(code)}"


def commune(code_insee: str) -> str:
    """Address a commune in the API."""
    return f"{API}/communes/{quote(code_insee)}"


def epci(siren_epci: str) -> str:
    """Address an EPCI in the API."""
    return territory("epci", siren_epci)


def departement(code: str) -> str:
    """Address a département in the API."""
    return territory("departements", code)


def territory(level: str, code: str | None = None) -> str:
    """Address a territory in the API by the name of its level; France has no code.

    >>> territory("regions", "53"), territory("france")
    ('/api/v1/regions/53', '/api/v1/france')
    """
    return f"{API}/{level}" if code is None else f"{API}/{level}/{quote(code)}"


def site(identifier: str) -> str:
    """Address a place in the API; its identifier may hold any character.

    >>> site("france services/12")
    '/api/v1/sites/france%20services/12'
    """
    return f"{API}/sites/{quote(identifier)}"


def evolution_document(before: str, after: str) -> str:
    """Address the comparison of two snapshots in the API."""
    return f"{API}/diff?avant={quote(before)}&apres={quote(after)}"


def snapshot_file(snapshot_id: str, name: str) -> str:
    """Address a published file, by its path in the manifest; what it answers never changes."""
    return f"/donnees/{snapshot_id}/{quote(name)}"


def current_file(name: str) -> str:
    """Address a file by its path in the manifest, whichever snapshot is served.

    >>> current_file("couches/communes.gpkg")
    '/donnees/couches/communes.gpkg'
    """
    return f"/donnees/{quote(name)}"


def tiles(snapshot_id: str, layer: str) -> str:
    """Address the tiles of a layer, as clients of maps write it; what they answer never changes.

    >>> tiles("1a2b", "communes")
    '/tuiles/1a2b/communes/{z}/{x}/{y}.mvt'
    """
    return f"/tuiles/{quote(snapshot_id)}/{layer}/{{z}}/{{x}}/{{y}}.mvt"


def tile_json(layer: str) -> str:
    """Address the TileJSON of a layer: its tiles in the current snapshot."""
    return f"/tuiles/{layer}.json"


def style(layer: str, indicator: str | None = None) -> str:
    """Address the style of a layer, of what it shows first or of one of its indicators.

    >>> style("communes"), style("communes", "fibre")
    ('/styles/communes.json', '/styles/communes/fibre.json')
    """
    return f"/styles/{layer}.json" if indicator is None else f"/styles/{layer}/{indicator}.json"


def with_query(path: str, query: Mapping[str, str] | Sequence[tuple[str, str]]) -> str:
    """Add parameters, repeated ones too, to an address that may have some, and an anchor.

    >>> with_query("/methode?commune=29001#score", {"fibre_min": "90"})
    '/methode?commune=29001&fibre_min=90#score'
    """
    split = urlsplit(path)
    joined = "&".join(filter(None, (split.query, urlencode(query, safe=":,"))))
    return split._replace(query=joined).geturl()

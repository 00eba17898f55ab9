"""The words of DCAT-AP 3: vocabularies, and how each kind of thing is written in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from webapp.house.site_settings import SiteSettings
from webapp.views.reuse_terms import (
    OPEN_LICENCE,
    OPEN_LICENCE_ADDRESS,
    is_open,
    licence_lines,
    reuse_terms,
)

Node = dict[str, Any]

CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
FRENCH = {"@id": f"{_AUTHORITY}/language/FRA", "@type": "dct:LinguisticSystem"}
FRANCE = {"@id": f"{_AUTHORITY}/country/FRA", "@type": "dct:Location"}
IRREGULAR = {"@id": f"{_AUTHORITY}/frequency/IRREG", "@type": "dct:Frequency"}
LASTING = {
    "@id": f"{_AUTHORITY}/planned-availability/STABLE",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "stable", "@language": "fr"},
}
PUBLIC = {"@id": f"{_AUTHORITY}/access-right/PUBLIC", "@type": "dct:RightsStatement"}
SOCIETY = {
    "@id": f"{_AUTHORITY}/data-theme/SOCI",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Population et société", "@language": "fr"},
}
_DEPARTEMENTS = "http://id.insee.fr/geo/departement"
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types"
# Media type → file type of the Publications Office; only those that it lists.
_FILE_TYPES = {
    "text/csv": "CSV",
    "application/json": "JSON",
    "application/geo+json": "GEOJSON",
    "application/geopackage+sqlite3": "GPKG",
    "application/vnd.apache.parquet": "PARQUET",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
}


def in_french(text: str) -> Node:
    """Write a text in French."""
    return {"@value": text, "@language": "fr"}


def agent(house: SiteSettings, host: str) -> Node:
    """Write who publishes: the editor of the legal notices, else the name of the site."""
    return {
        "@id": f"{host}/mentions-legales#editeur",
        "@type": "foaf:Agent",
        "foaf:name": in_french(house.mentions.editeur or house.nom),
    }


def contact(house: SiteSettings) -> Node:
    """Write whom to ask."""
    kind = "vcard:hasEmail" if str(house.contact).startswith("mailto:") else "vcard:hasURL"
    return {"@type": "vcard:Kind", "vcard:fn": house.nom, kind: {"@id": house.contact}}


def department(code: str) -> Node:
    """Name a département by the identifier that INSEE gives it.

    >>> department("2A")["@id"]
    'http://id.insee.fr/geo/departement/2A'
    """
    return {"@id": f"{_DEPARTEMENTS}/{code}", "@type": "dct:Location"}


def place(box: tuple[float, ...]) -> Node:
    """Write a box of longitudes and latitudes.

    >>> place((-5.0, 47.5, -3.5, 48.5))["dcat:bbox"]["@value"]
    'POLYGON((-5.0 47.5,-3.5 47.5,-3.5 48.5,-5.0 48.5,-5.0 47.5))'
    """
    west, south, east, north = box
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = ",".join(f"{x} {y}" for x, y in corners)
    return {
        "@type": "dct:Location",
        "dcat:bbox": {"@value": f"POLYGON(({ring}))", "@type": "geosparql:wktLiteral"},
    }


def period(first: str, last: str) -> Node:
    """Write a span of days."""
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": first, "@type": "xsd:date"},
        "dcat:endDate": {"@value": last, "@type": "xsd:date"},
    }


def licence(sources: Iterable[Mapping[str, Any]]) -> Node:
    """Write under which terms a file may be reused: the licence of each source, and what follows.

    Parameters
    ----------
    sources
        Facts of the sources that its values come from.
    """
    used = tuple(sources)
    lines = [reuse_terms(used), *licence_lines(used)]
    rights = {"@type": "dct:RightsStatement", "rdfs:label": in_french("\n".join(lines))}
    if not is_open(used):
        return {"dct:rights": rights}
    document = {"@id": OPEN_LICENCE_ADDRESS, "@type": "dct:LicenseDocument"}
    return {"dct:license": document | {"dct:title": in_french(OPEN_LICENCE)}, "dct:rights": rights}


def distribution(
    named: tuple[str, str],
    said: tuple[str, str],
    mediatype: str,
    measured: tuple[int, str],
    terms: Mapping[str, Any],
) -> Node:
    """Write a file.

    Parameters
    ----------
    named
        Where it is read, and its identifier in its dataset; both last.
    said
        What it is, and whom it is for.
    mediatype
        Its media type.
    measured
        Its size in bytes and its sha256.
    terms
        Under which terms it may be reused.
    """
    (address, identifier), (title, use), (size, sha256) = named, said, measured
    known = _FILE_TYPES.get(mediatype)
    file_type = {"@id": f"{_AUTHORITY}/file-type/{known}", "@type": "dct:MediaTypeOrExtent"}
    return {
        "@id": f"{address}#fichier",
        "@type": "dcat:Distribution",
        "dct:identifier": identifier,
        "dct:title": in_french(title),
        "dct:description": in_french(use),
        "dcatap:availability": LASTING,
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}/{mediatype}", "@type": "dct:MediaType"},
        **({"dct:format": file_type} if known else {}),
        "dcat:byteSize": {"@value": str(size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": sha256, "@type": "xsd:hexBinary"},
        },
        **terms,
    }


def service(
    address: str, title: str, description: str, standard: str, served: Iterable[str]
) -> Node:
    """Write a service that gives datasets.

    Parameters
    ----------
    address
        Root of the service.
    title
        Its name.
    description
        Where it is described to programs.
    standard
        What it conforms to.
    served
        Identifiers of the datasets.
    """
    return {
        "@id": address,
        "@type": "dcat:DataService",
        "dct:title": in_french(title),
        "dcat:endpointURL": {"@id": address},
        "dcat:endpointDescription": {"@id": description},
        "dct:conformsTo": {"@id": standard, "@type": "dct:Standard"},
        "dcat:servesDataset": [{"@id": identifier} for identifier in served],
    }

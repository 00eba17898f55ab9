"""The catalogue of the data in DCAT-AP 3, as portals of open data harvest it.

One dataset per layer, one more for the whole snapshot, and the services that give them. A dataset
keeps its identifier from one publication to the next, and so does each of its files, whose address
leads to that of the snapshot: a portal that tells resources by their addresses makes no new ones.
Sizes and checksums are those of the version, which is the snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geodata.storage.manifest import MANIFEST, measure
from webapp import links
from webapp.catalogue.dataset_markup import DESCRIPTION, KEYWORDS
from webapp.catalogue.dcat_terms import (
    CONTEXT,
    FRANCE,
    FRENCH,
    IRREGULAR,
    PUBLIC,
    SOCIETY,
    agent,
    contact,
    department,
    distribution,
    in_french,
    licence,
    period,
    place,
    service,
)
from webapp.catalogue.layers import PublishedLayer
from webapp.house.site_settings import SiteSettings
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Node = dict[str, Any]

WHOLE = "instantane"
# What services have in common with datasets.
_OF_SERVICES = ("dct:publisher", "dcat:theme", "dcat:keyword", "dcat:contactPoint")
_FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
_OPENAPI = "https://spec.openapis.org/oas/v3.1.0"


def catalogue_document(
    snapshot: LoadedSnapshot, layers: Iterable[PublishedLayer], house: SiteSettings, host: str
) -> Node:
    """Describe everything that is served as a DCAT catalogue (JSON-LD).

    Parameters
    ----------
    snapshot
        What is served.
    layers
        Its layers.
    house
        Who publishes.
    host
        Scheme and host of the service.
    """
    catalogue = f"{host}/catalogue.jsonld"
    publisher = agent(house, host)
    shared = _shared(snapshot, house, host)
    datasets = [_dataset(one, snapshot, shared, host) for one in layers]
    datasets.append(_whole(snapshot, datasets, shared, host))
    features, api = f"{host}/ogc", f"{host}{links.API}"
    served = [dataset["@id"] for dataset in datasets[:-1]]
    return {
        "@context": CONTEXT,
        "@id": catalogue,
        "@type": "dcat:Catalog",
        "dct:title": in_french(f"{house.nom} : données ouvertes"),
        "dct:description": in_french(DESCRIPTION),
        "dct:publisher": publisher,
        "dct:language": FRENCH,
        "dct:issued": _moment(snapshot),
        "dct:modified": _moment(snapshot),
        "foaf:homepage": {"@id": f"{host}/donnees", "@type": "foaf:Document"},
        "dcat:dataset": datasets,
        "dcat:service": [
            one | {name: shared[name] for name in _OF_SERVICES if name in shared}
            for one in (
                service(features, "OGC API – Features", f"{features}/api", _FEATURES, served),
                service(api, "API JSON", f"{api}/openapi.json", _OPENAPI, served),
            )
        ],
    }


def _shared(snapshot: LoadedSnapshot, house: SiteSettings, host: str) -> Node:
    """Write what the datasets of a snapshot have in common."""
    moment = _moment(snapshot)
    said = {
        "dct:publisher": {"@id": agent(house, host)["@id"]},
        "dct:language": FRENCH,
        "dct:issued": moment,
        "dct:modified": moment,
        "dct:accrualPeriodicity": IRREGULAR,
        "dct:accessRights": PUBLIC,
        "dcat:theme": SOCIETY,
        "dcat:version": snapshot.id,
        "dcat:keyword": [in_french(word) for word in KEYWORDS],
        "dcat:landingPage": {"@id": f"{host}/donnees", "@type": "foaf:Document"},
    }
    return said | ({"dcat:contactPoint": contact(house)} if house.contact else {})


def _dataset(one: PublishedLayer, snapshot: LoadedSnapshot, shared: Node, host: str) -> Node:
    """Describe a layer."""
    terms = licence(one.sources)
    identifier = f"{host}/donnees#{one.layer.name}"
    spatial = [] if one.table.box is None else [place(one.table.box)]
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": in_french(f"{one.layer.title} : {snapshot.facts['title']}"),
        "dct:description": in_french(f"{one.said} {one.table.description}"),
        "dct:identifier": identifier,
        **shared,
        "dct:spatial": [*spatial, *_areas(snapshot)],
        "dct:temporal": period(one.first_date, one.last_date),
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "rdfs:label": _origins(one)},
        "dcat:distribution": [
            distribution(
                (host + file.address, file.path),
                (f"{one.layer.title}, {file.format.label}", file.format.use),
                file.mediatype,
                (file.bytes, file.sha256),
                terms,
            )
            for file in one.table.files
        ],
    }


def _whole(snapshot: LoadedSnapshot, parts: Iterable[Node], shared: Node, host: str) -> Node:
    """Describe the snapshot: its manifest leads to every file."""
    identifier = f"{host}/donnees#{WHOLE}"
    address = host + links.current_file(MANIFEST)
    facts = snapshot.facts
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": in_french(f"Instantané complet : {facts['title']}"),
        "dct:description": in_french("Toutes les tables, leur dictionnaire, leurs sources."),
        "dct:identifier": identifier,
        **shared,
        "dct:spatial": _areas(snapshot),
        "dct:hasPart": [{"@id": part["@id"]} for part in parts],
        "dcat:distribution": [
            distribution(
                (address, MANIFEST),
                ("Data Package", "Liste chaque fichier, avec sa taille et son empreinte."),
                "application/json",
                measure(snapshot.file(MANIFEST)),
                licence(facts["sources"]),
            )
        ],
    }


def _areas(snapshot: LoadedSnapshot) -> list[Node]:
    """Name the country, or the départements that are published."""
    if snapshot.facts["scope"].get("kind") == "france":
        return [FRANCE]
    return [department(code) for code in snapshot.departements]


def _origins(one: PublishedLayer) -> Node:
    """Name the sources of a layer, with their dates."""
    said = (f"{source['title']} ({source['producer']}, {source['date']})" for source in one.sources)
    return in_french(" ; ".join(said))


def _moment(snapshot: LoadedSnapshot) -> Mapping[str, str]:
    """Write when the snapshot was built."""
    return {"@value": str(snapshot.facts["created"]), "@type": "xsd:dateTime"}

"""`/ogc`: where a GIS client starts, what it may count on, and how it is all described."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.typography import typeset
from webapp import parameters
from webapp.caching import validated_by_its_bytes
from webapp.embedding.public_address import public_address
from webapp.ogc.addresses import (
    HTML,
    JSON,
    OGC_RELATION,
    OPENAPI,
    ROOT,
    Link,
    absolute,
    items_path,
    licence_link,
    link,
)
from webapp.ogc.conformance import CLASSES
from webapp.ogc.features.collection_document import collection_document
from webapp.ogc.features.collections import feature_tables
from webapp.ogc.filtering.filter_examples import EXAMPLES, RULES
from webapp.ogc.openapi.document import openapi_document
from webapp.ogc.representations import (
    document_answer,
    is_page_asked,
    links_to_itself,
    page_answer,
)
from webapp.snapshots.current_snapshot import current
from webapp.views.layer_sources import credited

blueprint = Blueprint("ogc", __name__, url_prefix=ROOT)

_TITLE = "Inclusion numérique : communes, fibre et lieux d'aide"
_DESCRIPTION = (
    "Les communes, les intercommunalités, les départements, les régions et les lieux d'aide au "
    "numérique, avec leurs mesures et leurs verdicts, pour un SIG ou un programme. Les temps de "
    "trajet sont une estimation à vol d'oiseau corrigée. Une valeur absente est nulle, jamais zéro."
)


@blueprint.get("")
@blueprint.get("/")
def landing() -> Response:
    """Lead to the collections, to the tiles and to the description of it all."""
    parameters.require_known(request.args, "f")
    snapshot = current()
    if is_page_asked():
        described = [
            collection_document(snapshot, table) for table in feature_tables(snapshot).values()
        ]
        return page_answer("pages/ogc.html", collections=described, address=absolute(ROOT))
    document: dict[str, Any] = {
        "title": typeset(_TITLE),
        "description": typeset(_DESCRIPTION),
        "attribution": ", ".join(credited(snapshot.facts["sources"])),
        "links": [*links_to_itself(JSON, typeset(_TITLE)), *_links()],
    }
    return document_answer(document)


@blueprint.get("/conformance")
def conformance() -> Response:
    """List the classes of requirements that are met."""
    parameters.require_known(request.args, "f")
    if is_page_asked():
        return page_answer("pages/ogc-conformite.html", classes=CLASSES)
    links = links_to_itself(JSON, "Classes de conformité")
    return validated_by_its_bytes(document_answer({"links": links, "conformsTo": [*CLASSES]}))


@blueprint.get("/api")
def api() -> Response:
    """Describe every address, for programs that read OpenAPI."""
    parameters.require_known(request.args, "f")
    document = openapi_document(feature_tables(current()), public_address())
    if is_page_asked():
        return page_answer(
            "pages/ogc-api.html",
            api=document,
            examples=_examples(),
            filters=_filters(),
            rules=RULES,
        )
    return document_answer(document, OPENAPI)


def _examples() -> list[tuple[str, str]]:
    """Write a few requests to try, with what each asks."""
    communes, lieux = items_path("communes"), items_path("lieux")
    asked = (
        ("Dix lieux d'aide", lieux, {"limit": "10"}),
        ("Les communes d'un rectangle", communes, {"bbox": "-4.6,48.3,-4.4,48.5"}),
        ("Une commune en Lambert-93", items_path("communes", "29019"), {"crs": "EPSG:2154"}),
        (
            "Les communes sous-desservies, de la plus peuplée à la moins peuplée",
            communes,
            {"filter": "is_underserved = TRUE", "sortby": "-population"},
        ),
        (
            "Trois propriétés, sans géométrie",
            communes,
            {"properties": "nom,population,verdict", "skipGeometry": "true"},
        ),
    )
    return [(said, absolute(path, query)) for said, path, query in asked]


def _filters() -> list[tuple[str, str, str]]:
    """Write filters to try: what each looks for, its text, and the page of what it finds."""
    return [
        (
            typeset(example.said),
            example.text,
            absolute(items_path(example.collection), {"filter": example.text, "f": "html"}),
        )
        for example in EXAMPLES
    ]


def _links() -> list[Link]:
    """Link to what a client looks for first."""
    return [
        link("service-desc", absolute(f"{ROOT}/api"), OPENAPI, "Description OpenAPI"),
        link("service-doc", absolute(f"{ROOT}/api", {"f": "html"}), HTML, "Mode d'emploi"),
        link("conformance", absolute(f"{ROOT}/conformance"), JSON, "Classes de conformité"),
        link(
            f"{OGC_RELATION}conformance",
            absolute(f"{ROOT}/conformance"),
            JSON,
            "Classes de conformité",
        ),
        link("data", absolute(f"{ROOT}/collections"), JSON, "Collections"),
        link(f"{OGC_RELATION}data", absolute(f"{ROOT}/collections"), JSON, "Collections"),
        link(
            f"{OGC_RELATION}tiling-schemes",
            absolute(f"{ROOT}/tileMatrixSets"),
            JSON,
            "Découpages en tuiles",
        ),
        licence_link(),
    ]

"""`/ogc/collections…`: the collections, their queryables and their features."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.said_back import said_back
from webapp import parameters
from webapp.errors import UnknownResourceError
from webapp.ogc.addresses import (
    GEOJSON,
    JSON,
    OGC_RELATION,
    ROOT,
    SCHEMA,
    absolute,
    collection_path,
    licence_link,
    link,
    link_header,
)
from webapp.ogc.features.asked_items import ONE_FEATURE, read_items, read_shape
from webapp.ogc.features.asked_snapshot import asked_snapshot
from webapp.ogc.features.collection_document import collection_document
from webapp.ogc.features.collection_pages import collection_page
from webapp.ogc.features.collections import COLLECTIONS, feature_tables, published_table
from webapp.ogc.features.items_document import feature_document, items_document
from webapp.ogc.features.items_pages import feature_page, items_page
from webapp.ogc.features.reference_systems import SYSTEMS, ReferenceSystem
from webapp.ogc.filtering.queryables import queryables
from webapp.ogc.representations import (
    document_answer,
    is_page_asked,
    links_to_itself,
    page_answer,
)
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("ogc_features", __name__, url_prefix=f"{ROOT}/collections")


@blueprint.get("")
def collections() -> Response:
    """List the collections of the current snapshot."""
    parameters.require_known(request.args, "f")
    snapshot = current()
    described = [
        _with_links(collection_document(snapshot, table))
        for table in feature_tables(snapshot).values()
    ]
    if is_page_asked():
        return page_answer("pages/ogc.html", collections=described, address=absolute(ROOT))
    links = [*links_to_itself(JSON, "Collections"), licence_link()]
    return document_answer({"links": links, "crs": [*SYSTEMS], "collections": described})


@blueprint.get("/<name>")
def collection(name: str) -> Response:
    """Describe a collection."""
    parameters.require_known(request.args, "f")
    snapshot = current()
    table = published_table(snapshot, name)
    if is_page_asked():
        return collection_page(snapshot, table)
    document = collection_document(snapshot, table)
    document["links"] = [*links_to_itself(JSON, table.title), *document["links"]]
    return document_answer(document)


@blueprint.get("/<name>/queryables")
def collection_queryables(name: str) -> Response:
    """Describe the properties that a filter may name."""
    parameters.require_known(request.args, "f")
    table = published_table(current(), name)
    if is_page_asked():
        return collection_page(current(), table)
    address = absolute(f"{collection_path(name)}/queryables")
    geometry = COLLECTIONS[name].geometry
    return document_answer(queryables(table, address, geometry), SCHEMA)


@blueprint.get("/<name>/items")
def items(name: str) -> Response:
    """Answer with a page of the features that are asked for."""
    snapshot = asked_snapshot(request.args)
    table = published_table(snapshot, name)
    asked = read_items(request.args, table)
    if is_page_asked():
        return items_page(table, asked, snapshot.id)
    document = items_document(table, asked, snapshot.id)
    answer = _in_system(document_answer(document, GEOJSON), asked.shape.system)
    relations = ("self", "next", "prev", "alternate", f"{OGC_RELATION}queryables", "license")
    answer.headers["Link"] = link_header(document["links"], *relations)
    return answer


@blueprint.get("/<name>/items/<path:identifier>")
def feature(name: str, identifier: str) -> Response:
    """Answer with one feature."""
    parameters.require_known(request.args, *ONE_FEATURE)
    table = published_table(asked_snapshot(request.args), name)
    shape = read_shape(request.args, table)
    position = table.position(identifier)
    if position is None:
        raise UnknownResourceError(
            f"La collection « {table.id} » n'a pas d'objet « {said_back(identifier)} »."
        )
    document = feature_document(table, position, shape)
    if is_page_asked():
        return feature_page(table, document)
    return _in_system(document_answer(document, GEOJSON), shape.system)


def _with_links(document: dict[str, Any]) -> dict[str, Any]:
    """Link a collection of the list to its own document."""
    path = collection_path(document["id"])
    own = link("self", absolute(path), JSON, document["title"])
    return {**document, "links": [own, *document["links"]]}


def _in_system(answer: Response, system: ReferenceSystem) -> Response:
    """Say in which system the positions of an answer are."""
    answer.headers["Content-Crs"] = f"<{system.uri}>"
    return answer

"""The OpenAPI 3.0 document of the standard interfaces: every address, complete in itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from webapp.house.theme import site
from webapp.ogc.addresses import GEOJSON, OPENAPI, ROOT, SCHEMA
from webapp.ogc.features.asked_items import ONE_FEATURE, PARAMETERS
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.openapi.answers import answers, problem_answers, schemas
from webapp.ogc.openapi.parameters import (
    common_parameters,
    part_of_path,
    property_parameters,
    references,
)
from webapp.ogc.tiles.web_mercator import GRID, LAST_ZOOM
from webapp.tiles.tile_archive import MVT
from webapp.tiles.tile_archives import current_archive, published_layers

_API_VERSION = "1.0.0"

Described = dict[str, Any]


def openapi_document(tables: Mapping[str, FeatureTable], host: str) -> Described:
    """Describe the standard interfaces.

    Parameters
    ----------
    tables
        The collections, by id.
    host
        Public address of the service.
    """
    paths = _common_paths()
    for table in tables.values():
        paths |= _collection_paths(table)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Inclusion numérique : OGC API – Features et Tiles",
            "description": "Les mêmes données que les pages et que les téléchargements, pour un "
            "SIG ou un programme. Un paramètre inconnu est refusé.",
            "version": _API_VERSION,
            "contact": {"name": site().nom, "url": f"{host}/mentions-legales"},
            "license": {"name": "Licences des sources", "url": f"{host}/sources"},
        },
        "security": [],
        "servers": [{"url": f"{host}{ROOT}", "description": "Ce service"}],
        "tags": [
            {"name": "Service", "description": "Par où commencer, et ce qui est garanti."},
            *({"name": table.id, "description": table.description} for table in tables.values()),
        ],
        "paths": paths,
        "components": {
            "parameters": common_parameters(),
            "schemas": schemas(),
            "responses": problem_answers(),
        },
    }


def _common_paths() -> Described:
    """Describe the addresses that belong to no collection."""
    said = {
        "/": ("landing", "Accueil", "accueil"),
        "/conformance": ("conformance", "Classes de conformité", "conformite"),
        "/collections": ("collections", "Collections", "collections"),
    }
    paths = {
        path: _get(summary, name, answers(schema), "Service", references("f"))
        for path, (schema, summary, name) in said.items()
    }
    description = answers("document", OPENAPI)
    paths["/api"] = _get(
        "Cette description", "description", description, "Service", references("f")
    )
    grids = answers("document", has_page=False)
    paths["/tileMatrixSets"] = _get("Découpages en tuiles", "grilles", grids, "Service", [])
    paths[f"/tileMatrixSets/{GRID}"] = _get(
        "Le découpage des tuiles", "grille", grids, "Service", []
    )
    return paths


def _collection_paths(table: FeatureTable) -> Described:
    """Describe the addresses of a collection."""
    start = f"/collections/{table.id}"
    (first,) = table.ids.at([0])
    identifier = part_of_path("featureId", {"type": "string"}, "Identifiant d'un objet.", first)
    asked = [*references(*PARAMETERS), *property_parameters(table)]
    paths = {
        start: _of(table, "description", answers("collection"), references("f")),
        f"{start}/queryables": _of(
            table, "propriétés filtrables", answers("document", SCHEMA), references("f")
        ),
        f"{start}/items": _of(table, "objets", answers("features", GEOJSON), asked),
        f"{start}/items/{{featureId}}": _of(
            table, "un objet", answers("feature", GEOJSON), [identifier, *references(*ONE_FEATURE)]
        ),
    }
    return paths | _tile_paths(table)


def _tile_paths(table: FeatureTable) -> Described:
    """Describe the tiles of a collection, when it has some."""
    if table.id not in published_layers():
        return {}
    zoom, column, row = map(int, current_archive(table.id).names()[0].split("/"))
    start = f"/collections/{table.id}/tiles"
    documents = answers("document", has_page=False)
    place = {"type": "integer", "minimum": 0}
    places = [
        part_of_path("tileMatrix", {**place, "maximum": LAST_ZOOM}, "Niveau de zoom.", zoom),
        part_of_path("tileRow", place, "Rang, depuis le nord.", row),
        part_of_path("tileCol", place, "Colonne, depuis l'ouest.", column),
    ]
    tile = answers("document", has_page=False)
    tile["200"]["content"] = {MVT: {"schema": {"type": "string", "format": "binary"}}}
    tile["204"] = {"description": "Une tuile vide."}
    return {
        start: _of(table, "jeux de tuiles", documents, []),
        f"{start}/{GRID}": _of(table, "tuiles", documents, []),
        f"{start}/{GRID}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}": _of(
            table, "une tuile", tile, places
        ),
    }


def _of(
    table: FeatureTable, what: str, answered: Described, asked: Iterable[Described]
) -> Described:
    """Describe an address of a collection."""
    name = f"{table.id}-{what}".replace(" ", "-").replace("é", "e")
    return _get(f"{table.title} : {what}", name, answered, table.id, asked)


def _get(
    summary: str, name: str, answered: Described, tag: str, asked: Iterable[Described]
) -> Described:
    """Describe an address that is read."""
    operation = {
        "summary": summary,
        "description": f"{summary}.",
        "operationId": name,
        "tags": [tag],
        "parameters": [*asked],
        "responses": answered,
    }
    return {"get": operation}

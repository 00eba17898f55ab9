"""What the standard interfaces answer, described as OpenAPI wants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.typography import typeset
from webapp.ogc.addresses import GEOJSON, HTML, JSON
from webapp.problems import PROBLEM

_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_LINKS = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}
_GEOMETRY = {
    "type": "object",
    "nullable": True,
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"type": "string", "enum": ["Point", "MultiPolygon"]},
        "coordinates": {"type": "array", "items": {}},
    },
}
_PROBLEMS = {
    "400": "Un paramètre est inconnu, répété, ou sa valeur ne peut pas être utilisée.",
    "404": "Rien ne répond à cette adresse dans ces données.",
    "406": "L'en-tête Accept ne laisse place à aucune forme de cette adresse.",
    "414": "L'adresse est trop longue : raccourcissez-la.",
    "429": "Trop de demandes à la fois : recommencez après le délai que dit Retry-After.",
    "503": "Aucune donnée n'est publiée ici.",
}

Described = dict[str, Any]


def schemas() -> dict[str, Described]:
    """Describe the documents, by name."""
    return {
        "link": _object(
            {"href": _ADDRESS, "rel": _TEXT, "type": _TEXT, "title": _TEXT, "hreflang": _TEXT},
            ("href", "rel", "type"),
        ),
        "landing": _object(
            {"title": _TEXT, "description": _TEXT, "attribution": _TEXT, "links": _LINKS},
            ("links",),
        ),
        "conformance": _object(
            {"links": _LINKS, "conformsTo": {"type": "array", "items": _ADDRESS}}, ("conformsTo",)
        ),
        "collections": _object(
            {
                "links": _LINKS,
                "crs": {"type": "array", "items": _ADDRESS},
                "collections": {
                    "type": "array",
                    "items": {"$ref": "#/components/schemas/collection"},
                },
            },
            ("links", "collections"),
        ),
        "collection": _object(
            {
                **dict.fromkeys(("id", "title", "description", "attribution"), _TEXT),
                "extent": {"type": "object"},
                "itemType": {"type": "string", "enum": ["feature"]},
                "crs": {"type": "array", "items": _ADDRESS},
                "storageCrs": _ADDRESS,
                "links": _LINKS,
            },
            ("id", "links"),
        ),
        **_feature_schemas(),
        "document": {"type": "object"},
        "problem": _object(
            {
                **dict.fromkeys(("type", "title", "detail", "parameter"), _TEXT),
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
            },
            ("type", "title", "status", "detail"),
        ),
    }


def problem_answers() -> dict[str, Described]:
    """Describe the errors, by status."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {
        status: {"description": typeset(said), "content": content}
        for status, said in _PROBLEMS.items()
    }


def answers(schema: str, mimetype: str = JSON, *, has_page: bool = True) -> Described:
    """Describe the answers of an address.

    Parameters
    ----------
    schema
        Name of the document.
    mimetype
        Its type.
    has_page
        Whether there is a page as well.
    """
    content: Described = {mimetype: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    if has_page:
        content[HTML] = {"schema": _TEXT}
    done: Described = {"description": "La réponse, dans la forme demandée.", "content": content}
    done["headers"] = {
        "Carto-Snapshot": _header("L'instantané d'où vient la réponse."),
        "ETag": _header("À renvoyer dans If-None-Match."),
    }
    if mimetype == GEOJSON:
        done["headers"]["Content-Crs"] = _header("Système de coordonnées de la réponse.")
    problems = {status: {"$ref": f"#/components/responses/{status}"} for status in _PROBLEMS}
    return {"200": done, **problems}


def _header(description: str) -> Described:
    return {"description": typeset(description), "schema": _TEXT}


def _object(properties: Mapping[str, Any], required: tuple[str, ...]) -> Described:
    return {"type": "object", "required": [*required], "properties": dict(properties)}


def _feature_schemas() -> dict[str, Described]:
    """Describe a page of features, and one of them."""
    return {
        "features": _object(
            {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "numberMatched": {"type": "integer", "minimum": 0},
                "numberReturned": {"type": "integer", "minimum": 0},
                "links": _LINKS,
                "features": {"type": "array", "items": {"$ref": "#/components/schemas/feature"}},
            },
            ("type", "features", "numberMatched", "numberReturned", "links"),
        ),
        "feature": _object(
            {
                "type": {"type": "string", "enum": ["Feature"]},
                "id": _TEXT,
                "geometry": _GEOMETRY,
                "properties": {"type": "object", "nullable": True},
                "links": _LINKS,
            },
            ("type", "id", "geometry", "properties"),
        ),
    }

"""The queryables of a collection: a JSON Schema of the properties that a filter may name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.contracts import Column
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.filtering.filter_reader import GEOMETRY
from webapp.ogc.filtering.operands import KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Type of a published column → its JSON Schema.
TYPES: Mapping[str, dict[str, str]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}


def queryables(table: FeatureTable, address: str, geometry: str) -> dict[str, Any]:
    """Describe the properties that `filter` and `sortby` may name.

    Parameters
    ----------
    table
        The collection.
    address
        Absolute address of this document.
    geometry
        Type of the geometries, `Point` or `Polygon`.

    Returns
    -------
    dict
        A JSON Schema. `queryables` lists the same names as the draft did, for clients of that
        time.
    """
    named = {
        name: property_schema(field) for name, field in table.fields.items() if field.type in KINDS
    }
    return {
        "$schema": _DIALECT,
        "$id": address,
        "type": "object",
        "title": table.title,
        "description": table.description,
        "properties": {**named, GEOMETRY: _geometry_schema(geometry)},
        "additionalProperties": False,
        "queryables": [{"id": name, "type": schema["type"]} for name, schema in named.items()],
    }


def property_schema(field: Column) -> dict[str, Any]:
    """Describe one property, by its contract.

    Parameters
    ----------
    field
        Its contract.
    """
    schema: dict[str, Any] = {"title": field.label, **TYPES[field.type]}
    schema["description"] = field.definition
    if field.unit:
        schema["x-ogc-unit"] = field.unit
    if field.choices is not None:
        schema["enum"] = list(field.choices)
    bounds = {"minimum": field.minimum, "maximum": field.maximum}
    return {**schema, **{name: bound for name, bound in bounds.items() if bound is not None}}


def _geometry_schema(geometry: str) -> dict[str, Any]:
    shape = "point" if geometry == "Point" else "multipolygon"
    return {
        "title": "Géométrie",
        "description": "En longitude et latitude (CRS84), ou dans le système de filter-crs.",
        "format": f"geometry-{shape}",
        "x-ogc-role": "primary-geometry",
    }

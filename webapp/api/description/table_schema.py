"""Schemas of the values of published tables, from the contracts that the build holds them to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from carto.contracts import Column, TableContract
from webapp.api.description.schema import Schema, nullable

_TYPES = {"date": "string", "geometry": "string"}


def column_schema(column: Column) -> dict[str, Any]:
    """Describe the values of a column.

    Parameters
    ----------
    column
        Of a contract; its unit is told with its definition.
    """
    unit = f" Unité\xa0: {column.unit}." if column.unit else ""
    schema: dict[str, Any] = {
        "type": _TYPES.get(column.type, column.type),
        "title": column.label,
        "description": f"{column.definition}{unit}",
    }
    if column.type == "date":
        schema["format"] = "date"
    bounds = {"minimum": column.minimum, "maximum": column.maximum}
    schema |= {name: bound for name, bound in bounds.items() if bound is not None}
    if column.pattern is not None:
        schema["pattern"] = f"^(?:{column.pattern})$"
    if column.choices is not None:
        schema["enum"] = list(column.choices)
    return nullable(schema) if column.nullable else schema


def columns_schema(contract: TableContract, without: Collection[str] = ()) -> dict[str, Schema]:
    """Describe the columns of a table, those that an answer writes otherwise left out."""
    return {
        column.name: column_schema(column)
        for column in contract.columns
        if column.name not in without
    }

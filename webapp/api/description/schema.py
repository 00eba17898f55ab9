"""JSON Schemas in a few words: what a value is, in French, and whether it may be missing.

A schema is a plain dict, as OpenAPI 3.1 writes it. One that several answers share is a
`Component`: it stands wherever a schema may, and the document writes it once, under its name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from carto.typography import typeset


@dataclass(frozen=True, eq=False)
class Component:
    """A schema that has a name.

    Attributes
    ----------
    name
        In the document, unique.
    schema
        What it stands for; it may hold other components.
    """

    name: str
    schema: Mapping[str, Any]


Schema = Mapping[str, Any] | Component


def text(said: str = "", **keywords: Any) -> dict[str, Any]:
    r"""Describe a text; further keywords of JSON Schema (`pattern`, `enum`…) are kept.

    >>> text("Nom ; sans majuscules", maxLength=3)
    {'type': 'string', 'description': 'Nom\xa0; sans majuscules', 'maxLength': 3}
    """
    return _of_type("string", said, keywords)


def number(said: str = "", **keywords: Any) -> dict[str, Any]:
    """Describe a number."""
    return _of_type("number", said, keywords)


def whole(said: str = "", **keywords: Any) -> dict[str, Any]:
    """Describe a whole number."""
    return _of_type("integer", said, keywords)


def boolean(said: str = "") -> dict[str, Any]:
    """Describe true or false."""
    return _of_type("boolean", said, {})


def listed(items: Schema, said: str = "", **keywords: Any) -> dict[str, Any]:
    """Describe a list of values of one kind."""
    return _of_type("array", said, {"items": items, **keywords})


def mapped(values: Schema, said: str = "") -> dict[str, Any]:
    """Describe an object whose members have any name, and values of one kind."""
    return _of_type("object", said, {"additionalProperties": values})


def members(
    properties: Mapping[str, Schema], said: str = "", optional: Collection[str] = ()
) -> dict[str, Any]:
    """Describe an object by its members, every one present unless it is optional.

    More members than these may come in a later edition: clients pass over those they do not know.

    >>> members({"nom": text()}, "Une commune")
    {'type': 'object', 'description': 'Une commune', 'properties': {'nom': {'type': 'string'}}, \
'required': ['nom']}
    """
    required = [name for name in properties if name not in optional]
    keywords: dict[str, Any] = {"properties": dict(properties)}
    return _of_type("object", said, keywords | ({"required": required} if required else {}))


def nullable(schema: Schema) -> dict[str, Any]:
    """Let a value be missing: null, which is never zero.

    >>> nullable(number())
    {'type': ['number', 'null']}
    >>> nullable(text(enum=["a"]))
    {'type': ['string', 'null'], 'enum': ['a', None]}
    """
    if isinstance(schema, Component):
        return {"anyOf": [schema, {"type": "null"}]}
    widened = {**schema, "type": [schema["type"], "null"]}
    return widened | ({"enum": [*schema["enum"], None]} if "enum" in schema else {})


def _of_type(type_: str, said: str, keywords: Mapping[str, Any]) -> dict[str, Any]:
    """Write a schema, its words before its constraints."""
    described = {"description": typeset(said)} if said else {}
    return {"type": type_, **described, **keywords}

"""The OpenAPI document of the API, written from its routes and from what is said beside them.

OpenAPI 3.1: a value that may be missing is null there as in JSON Schema, and half of the values
published here may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from carto.typography import typeset
from webapp.api.description.answers import (
    described_headers,
    described_problems,
    headers,
    refusals,
)
from webapp.api.description.operation import Operation, Parameter, operation_of
from webapp.api.description.schema import Component
from webapp.api.description.tags import TAGS
from webapp.links import API

OPENAPI_VERSION = "3.1.0"
_ARGUMENT = re.compile(r"<(?:[a-z]+(?:\([^)]*\))?:)?([a-z_]+)>")


class UndescribedError(Exception):
    """A route of the API that nothing describes, or not as it is."""


def openapi_document(
    app: Flask,
    identity: Mapping[str, Any],
    shown: Callable[[str, Operation], Operation] = lambda _, operation: operation,
) -> dict[str, Any]:
    """Write the document of every route of the API.

    Parameters
    ----------
    app
        With its routes.
    identity
        Members `info` and `servers` of the document: whose service this is.
    shown
        An address and its description → this description with other examples.

    Raises
    ------
    UndescribedError
        When a route has no description, or one of another path.
    """
    components: dict[str, Component] = {}
    paths = {
        path: {"get": _described(rule, shown(path, operation))}
        for rule, operation in operations(app)
        for path in [path_of(rule)]
    }
    shared = {"responses": described_problems(), "headers": described_headers()}
    body = _resolved({"paths": paths, **shared}, components)
    schemas: dict[str, Any] = {}
    while len(schemas) < len(components):
        for name in [name for name in components if name not in schemas]:
            schemas[name] = _resolved(components[name].schema, components)
    return {
        "openapi": OPENAPI_VERSION,
        **identity,
        "security": [],
        "tags": [{"name": name, "description": typeset(said)} for name, said in TAGS.items()],
        "paths": body["paths"],
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": body["responses"],
            "headers": body["headers"],
        },
    }


def operations(app: Flask) -> Iterator[tuple[Rule, Operation]]:
    """List the routes of the API by address, each with its description.

    Raises
    ------
    UndescribedError
        When a route has no description, or one of another path.
    """
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if rule.rule.startswith(f"{API}/"):
            operation = operation_of(app.view_functions[rule.endpoint])
            if operation is None:
                raise UndescribedError(f"{rule.rule} has no description")
            if set(operation.names("path")) != rule.arguments or operation.tag not in TAGS:
                raise UndescribedError(f"{rule.rule} is described as another address")
            yield rule, operation


def path_of(rule: Rule) -> str:
    """Write the address of a route as OpenAPI does, from the root of the API.

    >>> path_of(Rule("/api/v1/sites/<path:identifier>"))
    '/sites/{identifier}'
    """
    return _ARGUMENT.sub(r"{\1}", rule.rule.removeprefix(API))


def _described(rule: Rule, operation: Operation) -> dict[str, Any]:
    """Write an operation."""
    # A code that leads nowhere is in the path, or in the parameters that an operation tells.
    in_path = (404,) if operation.names("path") else ()
    return {
        "operationId": rule.endpoint.rpartition(".")[2],
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.said,
        "parameters": [_parameter(one) for one in operation.parameters],
        "responses": {
            "200": {
                "description": operation.summary,
                "headers": headers("Carto-Snapshot", "ETag", "Cache-Control"),
                "content": {operation.media_type: {"schema": operation.answer}},
            },
            **refusals((*operation.errors, *in_path)),
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """Write a parameter."""
    schema = parameter.schema
    style: dict[str, Any] = {}
    if parameter.is_repeated:
        schema, style = {"type": "array", "items": schema}, {"style": "form", "explode": True}
    elif parameter.is_listed:
        style = {"style": "form", "explode": False}
    example = {} if parameter.example is None else {"example": parameter.example}
    return {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.said,
        "required": parameter.is_required or parameter.place == "path",
        **style,
        "schema": schema,
        **example,
    }


def _resolved(node: Any, components: dict[str, Component]) -> Any:
    """Refer to components by their names, and remember them."""
    if isinstance(node, Component):
        if components.setdefault(node.name, node) is not node:
            raise UndescribedError(f"two schemas are called {node.name}")
        return {"$ref": f"#/components/schemas/{node.name}"}
    if isinstance(node, Mapping):
        return {name: _resolved(value, components) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_resolved(value, components) for value in node]
    return node

"""Answers of the API held against the document that describes them, nothing more and nothing less.

Clients pass over members that they do not know; a test must not, or a member would be published
and never described.
"""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

API = "/api/v1"


def openapi(client: FlaskClient) -> dict[str, Any]:
    """Return the document of the API."""
    document: dict[str, Any] = client.get(f"{API}/openapi.json").get_json()
    return document


def described(client: FlaskClient, address: str) -> Any:
    """Ask for an address of the API, hold its answer against the document, and return it."""
    answer = client.get(f"{API}/{address}")
    document = openapi(client)
    path = _path(document, f"/{address.partition('?')[0]}")
    responses = document["paths"][path]["get"]["responses"]
    response = responses[str(answer.status_code)]
    while "$ref" in response:
        response = document["components"]["responses"][response["$ref"].rpartition("/")[2]]
    content = response["content"][answer.mimetype]
    summed = set(re.findall(r"'allOf': \[.*?schemas/(\w+)'", str(document["components"])))
    schemas = {
        name: schema if name in summed else _closed(schema)
        for name, schema in document["components"]["schemas"].items()
    }
    schema = {**content["schema"], "components": {"schemas": schemas}}
    found = answer.get_json()
    faults = [
        f"{'/'.join(map(str, fault.path))}: {fault.message[:300]}"
        for fault in Draft202012Validator(schema).iter_errors(found)
    ]
    assert not faults, faults
    return found


def _path(document: dict[str, Any], path: str) -> str:
    """Find the described path that an address is of, the most literal one."""
    fitting = [
        known for known in document["paths"] if re.fullmatch(re.sub(r"\{\w+\}", ".+", known), path)
    ]
    return min(fitting, key=lambda known: (known.count("{"), -len(known)))


def _closed(schema: Any, *, is_part: bool = False) -> Any:
    """Allow no member beside those that are described."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {
        name: [_closed(part, is_part=True) for part in value]
        if name == "allOf"
        else {member: _closed(one) for member, one in value.items()}
        if name == "properties"
        else _closed(value)
        for name, value in schema.items()
    }
    if "allOf" in schema or ("properties" in schema and not is_part):
        closed["unevaluatedProperties"] = False
    return closed

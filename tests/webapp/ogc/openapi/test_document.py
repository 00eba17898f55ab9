"""The OpenAPI document: complete in itself, true to the addresses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    """Read the document."""
    answer = client.get("/ogc/api")
    assert answer.content_type == "application/vnd.oai.openapi+json;version=3.0"
    read: dict[str, Any] = json.loads(answer.text)
    return read


def references(node: Any) -> list[str]:
    """List the references of a document."""
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [one for value in node.values() for one in references(value)]
    return [one for value in node for one in references(value)] if isinstance(node, list) else []


def test_it_refers_to_nothing_elsewhere(document: dict[str, Any]):
    found = references(document)
    assert found
    for one in set(found):
        assert one.startswith("#/")
        node = document
        for part in one[2:].split("/"):
            node = node[part]


def test_operations_have_names_of_their_own(document: dict[str, Any]):
    names = [path["get"]["operationId"] for path in document["paths"].values()]
    assert len(set(names)) == len(names)


def test_every_address_of_the_service_is_described(app: Flask, document: dict[str, Any]):
    shapes = set()
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/ogc"):
            shapes.add(rule.rule.removeprefix("/ogc").rstrip("/").count("/"))
    described = {path.rstrip("/").count("/") for path in document["paths"]}
    assert shapes == described


def test_described_addresses_answer_by_their_examples(
    client: FlaskClient, document: dict[str, Any]
):
    for path, item in document["paths"].items():
        parts = [one for one in item["get"]["parameters"] if one.get("in") == "path"]
        address = path.format_map({one["name"]: one["example"] for one in parts})
        assert client.get(f"/ogc{address}").status_code == 200, address


def test_described_parameters_are_known(client: FlaskClient, document: dict[str, Any]):
    own = document["paths"]["/collections/lieux/items"]["get"]["parameters"]
    named = {one["name"] for one in own if "name" in one}
    named |= {one["$ref"].rpartition("/")[2] for one in own if "$ref" in one}
    refused = client.get("/ogc/collections/lieux/items?inconnu=1").get_json()["detail"]
    listed, _, others = refused.partition("connus")[2].strip("\u202f\u00a0 :.").partition(" et ")
    assert len(listed.split(", ")) + int(others.removesuffix(" autres")) == len(named)
    assert set(listed.split(", ")) < named
    for name in named - {"f"}:
        said = client.get("/ogc/collections/lieux/items", query_string={name: "%"}).get_data(True)
        assert "inconnu" not in said, name

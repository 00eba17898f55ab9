"""`/api/v1/openapi.json`: valid, complete, and true of what each address takes and answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from tests.webapp.api.as_described import API, described, openapi
from webapp.api.description.document import operations
from webapp.api.openapi import identity
from webapp.house.site_settings import SiteSettings


def test_the_document_is_valid(client: FlaskClient) -> None:
    validate(openapi(client))


def test_the_document_describes_itself(client: FlaskClient) -> None:
    described(client, "openapi.json")


def test_every_route_of_the_api_is_described(app: Flask, client: FlaskClient) -> None:
    routes = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).removeprefix(API)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(f"{API}/")
    }
    assert set(openapi(client)["paths"]) == routes


def test_each_operation_has_a_name_of_its_own(client: FlaskClient) -> None:
    names = [path["get"]["operationId"] for path in openapi(client)["paths"].values()]
    assert sorted(names) == sorted(set(names))


def test_the_described_parameters_are_those_that_are_taken(app: Flask, client: FlaskClient) -> None:
    for rule, operation in operations(app):
        address = re.sub(r"<(?:\w+:)?(\w+)>", "29019", rule.rule)
        refusal = client.get(f"{address}?inconnu=1").get_json()["detail"]
        _, is_listed, known = refusal.partition("paramètres connus\xa0: ")
        taken = set(known.removesuffix(".").split(", ")) if is_listed else set()
        assert taken == set(operation.names()), rule.rule


def test_every_parameter_is_told_with_what_it_may_be(client: FlaskClient) -> None:
    for path, operation in openapi(client)["paths"].items():
        for parameter in operation["get"]["parameters"]:
            assert parameter["description"].endswith("."), (path, parameter["name"])
            assert parameter["schema"]["type"], (path, parameter["name"])


def test_every_example_of_a_parameter_is_of_its_schema(client: FlaskClient) -> None:
    for operation in openapi(client)["paths"].values():
        for parameter in operation["get"]["parameters"]:
            if parameter.get("required"):
                assert "example" in parameter


def test_the_document_changes_with_the_software_and_the_data_only(client: FlaskClient) -> None:
    answer = client.get(f"{API}/openapi.json")
    again = client.get(f"{API}/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("contact", "written"),
    [
        (None, {"name": "Carto"}),
        ("mailto:sig@example.org", {"name": "Carto", "email": "sig@example.org"}),
        ("https://example.org/nous", {"name": "Carto", "url": "https://example.org/nous"}),
    ],
)
def test_the_document_names_who_answers(contact: str | None, written: dict[str, Any]) -> None:
    said = identity(SiteSettings(contact=contact, adresse="https://carte.example.org"))
    assert said["info"]["contact"] == written
    assert said["servers"][0]["url"] == "https://carte.example.org/api/v1"

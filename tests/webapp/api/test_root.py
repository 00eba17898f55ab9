"""Tests of `webapp.api.root`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import API, described, openapi


def test_the_addresses_are_those_that_are_described(client: FlaskClient, snapshot_id: str) -> None:
    document = described(client, "")
    assert document["snapshot"] == snapshot_id
    listed = [one["address"] for one in document["addresses"]]
    assert listed == [f"{API}{path}" for path in openapi(client)["paths"]]
    assert f"{API}/communes/{{code_insee}}" in listed


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", [API, f"{API}/"])
def test_the_root_answers_with_and_without_its_slash(
    client: FlaskClient, address: str, method: str
) -> None:
    answer = client.open(address, method=method)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [API, f"{API}/"])
def test_whoever_follows_links_to_pages_is_answered_too(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")


def test_what_it_leads_to_answers(client: FlaskClient) -> None:
    for address in client.get(API).get_json()["links"].values():
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("address", [API, f"{API}/"])
def test_it_is_held_to_what_every_address_is(client: FlaskClient, address: str) -> None:
    assert client.get(f"{address}?x=1").status_code == 400
    assert client.get(address, headers={"Accept": "application/xml"}).status_code == 406
    assert client.post(address).status_code == 405

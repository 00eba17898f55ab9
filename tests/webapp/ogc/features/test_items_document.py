"""A page of features leads to the next ones until the last, each exactly once."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

COUNTS = {"communes": 8, "epci": 4, "departements": 1, "lieux": 5, "fibre_history": 8}


def link(document: dict[str, Any], rel: str) -> str | None:
    """Address of the first link of a relation."""
    return next((one["href"] for one in document["links"] if one["rel"] == rel), None)


def read_all(client: FlaskClient, address: str) -> list[str]:
    """Follow the pages of a list."""
    ids: list[str] = []
    following: str | None = address
    while following is not None:
        document = client.get(following.removeprefix("http://localhost")).get_json()
        assert document["numberReturned"] == len(document["features"])
        ids += [feature["id"] for feature in document["features"]]
        following = link(document, "next")
    assert len(ids) == document["numberMatched"]
    return ids


@pytest.mark.parametrize("limit", [1, 3, 1000])
@pytest.mark.parametrize("name", [*COUNTS])
def test_every_feature_comes_once(client: FlaskClient, name: str, limit: int):
    ids = read_all(client, f"/ogc/collections/{name}/items?limit={limit}")
    assert len(ids) == COUNTS[name]
    assert ids == sorted(set(ids))


def test_pages_keep_what_was_asked(client: FlaskClient):
    address = "/ogc/collections/communes/items?limit=2&filter=population>1000&sortby=-population"
    document = client.get(address).get_json()
    following = link(document, "next")
    assert following is not None
    query = parse_qs(urlsplit(following).query)
    assert query["filter"] == ["population>1000"]
    assert query["sortby"] == ["-population"]
    assert query["offset"] == ["2"]
    people = read_all(client, f"{address}&properties=population")
    assert len(people) == document["numberMatched"] == len(set(people))


def test_a_page_leads_back(client: FlaskClient):
    document = client.get("/ogc/collections/communes/items?limit=3&offset=4").get_json()
    previous = link(document, "prev")
    assert previous is not None
    before = client.get(previous.removeprefix("http://localhost")).get_json()
    assert link(before, "prev") is not None
    assert [feature["id"] for feature in before["features"]] == ["29019", "29042", "29067"]


def test_beyond_the_end_there_is_nothing(client: FlaskClient):
    document = client.get("/ogc/collections/communes/items?offset=100000000").get_json()
    assert (document["numberMatched"], document["features"]) == (8, [])
    assert link(document, "next") is None


def test_a_feature_leads_to_its_page(client: FlaskClient):
    document = client.get("/ogc/collections/communes/items/29019").get_json()
    assert link(document, "related") == "http://localhost/commune/29019"
    for rel in ("self", "alternate", "collection", "license", "related"):
        address = link(document, rel)
        assert address is not None
        assert client.get(address.removeprefix("http://localhost")).status_code == 200

"""Where a client starts: every link leads somewhere, in the form it says."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from webapp.ogc.filtering.filter_examples import EXAMPLES


@pytest.mark.parametrize("path", ["/ogc", "/ogc/"])
def test_links_lead_somewhere(client: FlaskClient, path: str):
    document = client.get(path).get_json()
    for one in document["links"]:
        answer = client.get(one["href"].removeprefix("http://localhost"))
        assert answer.status_code == 200
        assert answer.content_type.replace(" ", "").startswith(one["type"])


def test_classes_are_listed(client: FlaskClient):
    assert len(client.get("/ogc/conformance").get_json()["conformsTo"]) > 20


@pytest.mark.parametrize("path", ["/ogc", "/ogc/conformance", "/ogc/api"])
def test_each_has_a_page(client: FlaskClient, path: str):
    page = client.get(f"{path}?f=html")
    assert page.status_code == 200
    assert page.text.count("<h1>") == 1


def test_the_examples_of_the_page_work(client: FlaskClient):
    page = client.get("/ogc/api?f=html").text
    addresses = re.findall('href="http://localhost([^"]*)"', page)
    assert len(addresses) == 5 + len(EXAMPLES)
    for address in addresses:
        assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_a_parameter_is_refused(client: FlaskClient):
    assert client.get("/ogc?x=1").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/ogc/conformance",
        "/ogc/tileMatrixSets",
        "/ogc/tileMatrixSets/WebMercatorQuad",
        "/robots.txt",
    ],
)
def test_what_no_publication_changes_is_revalidated_too(client: FlaskClient, path: str):
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    held = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert held.status_code == 304

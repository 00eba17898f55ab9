"""The addresses of the features: forms, headers, refusals."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ITEMS = "/ogc/collections/communes/items"
PATHS = (
    "/ogc/collections",
    "/ogc/collections/communes",
    "/ogc/collections/communes/queryables",
    ITEMS,
    f"{ITEMS}/29019",
    "/ogc/collections/lieux/items/fs-173",
)


@pytest.mark.parametrize("path", PATHS)
def test_each_has_two_forms(client: FlaskClient, path: str):
    document = client.get(path)
    assert "json" in document.content_type
    assert "Accept" in document.headers["Vary"]
    page = client.get(path, headers={"Accept": BROWSER})
    assert page.content_type.startswith("text/html")
    assert client.get(f"{path}?f=html").data == page.data
    assert client.get(f"{path}?f=json", headers={"Accept": BROWSER}).is_json
    assert document.headers["ETag"] != page.headers["ETag"]


@pytest.mark.parametrize("path", PATHS)
def test_each_can_be_revalidated_and_read_from_anywhere(client: FlaskClient, path: str):
    answer = client.get(path)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    head = client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == answer.headers["ETag"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["inconnu=1", "f=xml", "f=json&f=html"])
def test_each_refuses_what_it_does_not_know(client: FlaskClient, path: str, query: str):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"


def test_features_name_their_system_and_their_neighbours(client: FlaskClient):
    answer = client.get(f"{ITEMS}?limit=1&crs=EPSG:2154")
    assert answer.headers["Content-Crs"] == "<http://www.opengis.net/def/crs/EPSG/0/2154>"
    assert 'rel="next"' in answer.headers["Link"]
    assert "/queryables>" in answer.headers["Link"]


def test_another_form_is_not_acceptable(client: FlaskClient):
    assert client.get(ITEMS, headers={"Accept": "image/png"}).status_code == 406


def test_features_are_only_read(client: FlaskClient):
    for method in ("post", "put", "delete", "patch"):
        answer = getattr(client, method)(ITEMS)
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    "path",
    [
        *("/ogc/collections/regions", "/ogc/collections/passwd/items", f"{ITEMS}/75056"),
        *(f"{ITEMS}/..%2f..%2fetc%2fpasswd", f"{ITEMS}/29019%00", f"{ITEMS}/{'9' * 5000}"),
        "/ogc/collections/communes/rien",
    ],
)
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert b"Traceback" not in answer.data

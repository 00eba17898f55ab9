"""What a request of the API must be."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.api.entry import LONGEST_QUERY

COMMUNE = "/api/v1/communes/29001"


@pytest.mark.parametrize(
    "accept", [None, "*/*", "application/json", "application/*", "text/html,*/*;q=0.8"]
)
def test_whoever_takes_json_is_answered(client: FlaskClient, accept: str | None) -> None:
    headers = {} if accept is None else {"Accept": accept}
    assert client.get(COMMUNE, headers=headers).status_code == 200


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "application/json;q=0"])
def test_another_format_is_not_offered(client: FlaskClient, accept: str) -> None:
    answer = client.get(COMMUNE, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert "JSON" in answer.get_json()["detail"]


@pytest.mark.parametrize("query", ["fibre_min=", "poids=", "fibre_min=90&temps_max", "x="])
def test_a_blank_is_refused_by_name(client: FlaskClient, query: str) -> None:
    answer = client.get(f"{COMMUNE}?{query}")
    assert answer.status_code == 400
    assert answer.get_json()["parameter"] in query


def test_a_query_has_a_longest(client: FlaskClient) -> None:
    fitting = "x=" + "a" * (LONGEST_QUERY - 2)
    assert client.get(f"{COMMUNE}?{fitting}").status_code == 400
    answer = client.get(f"{COMMUNE}?{fitting}a")
    assert (answer.status_code, answer.mimetype) == (414, "application/problem+json")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_api_is_only_read(client: FlaskClient, method: str) -> None:
    answer = client.open(COMMUNE, method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_any_site_may_ask_first(client: FlaskClient) -> None:
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
        "Accept": "text/html",
    }
    answer = client.options(f"{COMMUNE}?fibre_min=", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert "if-none-match" in answer.headers["Access-Control-Allow-Headers"].lower()


def test_a_head_is_a_get_without_its_body(client: FlaskClient) -> None:
    whole, head = client.get(COMMUNE), client.head(COMMUNE)
    assert head.data == b""
    for name in ("ETag", "Carto-Snapshot", "Content-Type"):
        assert head.headers[name] == whole.headers[name]

"""Security headers of every kind of answer."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

ANY = ["/", "/api/v1/snapshot", "/nulle-part", "/api/nulle-part", "/integrer/departement/29"]


@pytest.mark.parametrize("path", ANY)
def test_every_answer_is_closed_to_what_it_does_not_need(client: FlaskClient, path: str):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers
    assert "camera=()" in headers["Permissions-Policy"]


def test_pages_are_framed_by_nobody(client: FlaskClient):
    headers = client.get("/methode").headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert "Access-Control-Allow-Origin" not in headers


def test_embeds_are_framed_by_anyone_and_start_their_worker_in_a_sandbox(client: FlaskClient):
    headers = client.get("/integrer/departement/29").headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "worker-src 'self' data: blob:" in policy
    assert "X-Frame-Options" not in headers
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_a_page_that_only_looks_like_an_embed_is_not_framed(client: FlaskClient):
    assert "frame-ancestors 'none'" in client.get("/integrer").headers["Content-Security-Policy"]


def test_a_browser_may_ask_for_ranges_from_another_origin(client: FlaskClient):
    asked = {"Origin": "https://example.org", "Access-Control-Request-Headers": "range"}
    response = client.options("/donnees/0000000000000000/tiles/communes.pmtiles", headers=asked)
    assert response.status_code == 200
    assert "Range" in response.headers["Access-Control-Allow-Headers"]
    assert "GET" in response.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    "path",
    [
        *("/api/v1/snapshot", "/api/v1/communes/0", "/static/carto.0123456789ab.css"),
        *("/donnees/0/x", "/departement/29/tableau.csv", "/departement/0/lieux.geojson"),
    ],
)
def test_data_are_open_to_every_origin(client: FlaskClient, path: str):
    headers = client.get(path).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    is_asset = path.startswith("/static/")
    assert ("Carto-Snapshot" in headers.get("Access-Control-Expose-Headers", "")) != is_asset


def test_assets_carry_few_headers(client: FlaskClient) -> None:
    headers = client.get("/static/carto.0123456789ab.css").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert {"Permissions-Policy", "X-Frame-Options", "Referrer-Policy"}.isdisjoint(headers.keys())

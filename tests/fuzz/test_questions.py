"""Questions to interfaces: whatever is asked, the answer is right or refuses in its own shape."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.invented_texts import invented, texts

# Of computing: whatever else the machine does.
LONGEST_S = 2.0
ITEMS = "/ogc/collections/communes/items"
WORDS = {
    "bbox": texts("-5.2", "47.7", "-3.3", "48.8", ",", "1e", "-", "."),
    "datetime": texts("2026", "-06-30", "T00:00:00Z", "..", "/", "+02:00"),
    "filter": texts(
        *("departement", "=", "'29'", "AND", "OR", "NOT", "(", ")", "population", "BETWEEN", "1"),
        *(
            "LIKE",
            "'%e_'",
            "IN",
            ",",
            "IS NULL",
            "S_INTERSECTS(geometry,",
            "POINT(-4 48)",
            "CASEI(",
        ),
        *("BBOX(-5,47,-3,49)", "DATE('2026-01-01')", "POLYGON((", "verdict", ">", "<>", '"nom"'),
    ),
    "sortby": texts("+", "-", "population", ",", "nom", "departement"),
    "properties": texts("nom", ",", "population", "code_insee"),
    "crs": texts("http://www.opengis.net/def/crs/", "EPSG/0/", "2154", "OGC/1.3/CRS84", "4326"),
    "limit": texts("1", "0", "-", "1000", "e3"),
    "offset": texts("1", "0", "-", "1000", "e3"),
    "inconnu": texts("1"),
}


@pytest.mark.parametrize("name", WORDS)
def test_features(service: Flask, name: str) -> None:
    ask(service, ITEMS, name)


@pytest.mark.parametrize("name", ["bbox", "limit", "offset", "inconnu"])
@pytest.mark.parametrize("path", ["/api/v1/communes", "/api/v1/sites"])
def test_api(service: Flask, path: str, name: str) -> None:
    ask(service, path, name)


def ask(service: Flask, path: str, name: str) -> None:
    """Ask with every value that is invented for a parameter."""
    visitor = service.test_client()

    @invented
    @given(WORDS[name])
    def one(value: str) -> None:
        started = time.process_time()
        answer = visitor.get(path, query_string={name: value})
        assert time.process_time() - started < LONGEST_S
        assert answer.status_code in (200, 400, 404, 414)
        if answer.status_code != 200:
            assert answer.mimetype == "application/problem+json"
            assert answer.get_json()["detail"]
        assert "Traceback" not in answer.text
        assert "X-Pirate" not in answer.headers

    one()


def test_addresses(service: Flask) -> None:
    visitor = service.test_client()
    part = texts(
        "departement", "epci", "commune", "29", "29019", "tableau", ".csv", "ogc", "tuiles"
    )
    page = st.lists(part, max_size=5).map(lambda parts: "/" + "/".join(parts))

    @invented
    @given(page)
    def one(path: str) -> None:
        answer = visitor.get("/" + quote(path.lstrip("/")))
        assert answer.status_code < 500
        assert not answer.headers.get("Location", "/").startswith("//")
        assert "<script>alert" not in answer.text or answer.mimetype != "text/html"

    one()

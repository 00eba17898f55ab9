"""`/api/v1/sites`: places by territory or box, those beyond the border included."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from carto.tables.places import SITES
from webapp.api.sites import site_document


def ids(client: FlaskClient, query: str = "") -> list[str]:
    document = client.get(f"/api/v1/sites?{query}").get_json()
    assert document["count"] == len(document["sites"])
    return [site["id"] for site in document["sites"]]


def test_every_place_is_listed_with_its_true_count(client: FlaskClient, snapshot_id: str):
    document = client.get("/api/v1/sites").get_json()
    assert document["snapshot"] == snapshot_id
    assert document["count"] == 5
    assert ids(client) == sorted(ids(client))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("departement=22", ["fs-1894"]),
        ("commune=29019", ["fs-173"]),
        ("epci=200066868", ["fs-2046"]),
        ("bbox=-4.5,48.2,-4.4,48.5", ["fs-173", "fs-2046"]),
        ("bbox=-4.5,48.2,-4.4,48.5&commune=29019", ["fs-173"]),
        ("bbox=0,0,1,1", []),
        ("departement=75", []),
    ],
)
def test_filters(client: FlaskClient, query: str, expected: list[str]):
    assert ids(client, query) == expected


def test_one_place_keeps_its_published_columns(client: FlaskClient, snapshot_id: str):
    site = client.get("/api/v1/sites/fs-2046").get_json()
    assert site["snapshot"] == snapshot_id
    assert site["format"] == "itinerante"
    assert site["hours_source"] == "imputees"
    assert site["horaires"] is None
    assert site["flags"] == ["HEURES_IMPUTEES", "ITINERANT_AU_POINT_PUBLIE"]
    assert "geometry" not in site


def test_links_lead_somewhere(client: FlaskClient):
    for site in client.get("/api/v1/sites").get_json()["sites"]:
        for link in filter(None, site["links"].values()):
            assert client.get(link).status_code == 200


@pytest.mark.parametrize("path", ["sites/fs-0", "sites/../../etc/passwd", "sites?epci=999999999"])
def test_unknown_places_are_not_found(client: FlaskClient, path: str):
    assert client.get(f"/api/v1/{path}").status_code == 404


def test_a_permanence_leads_to_the_place_that_hosts_it(client: FlaskClient) -> None:
    row = client.get("/api/v1/sites/fs-173").get_json()
    hosted = site_document(row | {"id": "p-1", "kind": "permanence", "lieu_id": "fs-173"})
    assert hosted["links"]["lieu"] == "/api/v1/sites/fs-173"
    assert site_document(row)["links"]["lieu"] is None


def test_no_published_column_is_left_out(client: FlaskClient) -> None:
    site = client.get("/api/v1/sites/fs-173").get_json()
    assert set(SITES.names) - {"geometry"} <= set(site)

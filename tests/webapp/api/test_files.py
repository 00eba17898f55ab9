"""Published files by name: whole or by range, and nothing beside the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish


def test_the_manifest_lists_files_that_its_relative_paths_reach(
    client: FlaskClient, snapshot_id: str
):
    manifest = client.get(f"/donnees/{snapshot_id}/datapackage.json").get_json()
    for resource in manifest["resources"]:
        response = client.get(f"/donnees/{snapshot_id}/{resource['path']}")
        assert response.mimetype == resource["mediatype"]
        assert f"sha256:{hashlib.sha256(response.data).hexdigest()}" == resource["hash"]
        assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "datapackage.json.sha256",
        "../latest",
        "..%2f..%2flatest",
        "%2fetc%2fpasswd",
        "maps",
        "a%00b",
    ],
)
def test_other_files_cannot_be_reached(client: FlaskClient, snapshot_id: str, name: str):
    response = client.get(f"/donnees/{snapshot_id}/{name}")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_a_file_leads_to_what_its_columns_mean(client: FlaskClient, snapshot_id: str):
    answer = client.head(f"/donnees/{snapshot_id}/communes.parquet")
    for address in ("/donnees/dictionnaire", f"/donnees/{snapshot_id}/datapackage.json"):
        assert f'<{address}>; rel="describedby"' in answer.headers["Link"]
        assert client.get(address).status_code == 200


def test_an_unknown_parameter_is_refused(client: FlaskClient, snapshot_id: str):
    assert client.get(f"/donnees/{snapshot_id}/quarantine.csv?x=1").status_code == 400


@pytest.mark.parametrize("name", ["communes.parquet", "datapackage.json", "tiles/communes.pmtiles"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_lasting_address_leads_to_the_file_of_the_served_snapshot(
    client: FlaskClient, snapshot_id: str, name: str, method: str
):
    answer = client.open(f"/donnees/{name}", method=method)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/donnees/{snapshot_id}/{name}"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Carto-Snapshot"] == snapshot_id
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_lasting_address_follows_each_publication(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
):
    client = app_on(own_snapshot_dir).test_client()
    other = publish(own_snapshot_dir, title="Autre", created="2027-01-01T00:00:00+00:00")
    answer = client.get("/donnees/communes.parquet")
    assert answer.headers["Location"] == f"/donnees/{other.id}/communes.parquet"
    assert client.get(f"/donnees/{snapshot_id}/communes.parquet").status_code == 200


@pytest.mark.parametrize(
    "name", ["latest/communes.parquet", "secret.parquet", "couches/rien.gpkg", "..%2flatest"]
)
def test_a_name_that_is_not_published_is_told_where_the_list_is(
    client: FlaskClient, snapshot_id: str, name: str
):
    answer = client.get(f"/donnees/{name}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert f"/donnees/{snapshot_id}/datapackage.json" in answer.get_json()["detail"]


def test_an_unknown_snapshot_is_told_where_the_others_are(client: FlaskClient):
    answer = client.get("/donnees/0000000000000000/communes.parquet")
    assert answer.status_code == 404
    assert "/api/v1/snapshots" in answer.get_json()["detail"]


def test_a_lasting_address_takes_no_parameter(client: FlaskClient):
    assert client.get("/donnees/communes.parquet?x=1").status_code == 400

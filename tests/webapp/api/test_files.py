"""Published files by name: whole or by range, and nothing beside the manifest."""

from __future__ import annotations

import hashlib

import pytest
from flask.testing import FlaskClient


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


def test_an_unknown_parameter_is_refused(client: FlaskClient, snapshot_id: str):
    assert client.get(f"/donnees/{snapshot_id}/quarantine.csv?x=1").status_code == 400

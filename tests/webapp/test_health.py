"""`/health`: alive, and on which snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from carto.errors import CartoError
from geodata.storage.attempts import BUILD, attempting
from geodata.storage.data_dir import DataDir


def test_a_healthy_service_names_its_snapshot(client: FlaskClient, snapshot_id: str):
    response = client.get("/health")
    answer = response.get_json()
    assert (answer["status"], answer["snapshot"]) == ("ok", snapshot_id)
    assert response.headers["Cache-Control"] == "no-store"


def test_a_service_on_an_earlier_snapshot_is_degraded(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
):
    (own_snapshot_dir / "latest").write_text(f"{'f' * 16}\n{snapshot_id}\n")
    document = app_on(own_snapshot_dir).test_client().get("/health").get_json()
    assert (document["status"], document["snapshot"]) == ("degraded", snapshot_id)
    assert document["warnings"]


def test_a_layer_that_was_old_when_published_is_told_without_being_a_fault(client: FlaskClient):
    (old,) = client.get("/health").get_json()["warnings"]
    assert "Lieux France Services (1er août 2024), plus d'un an avant" in old


def test_a_build_that_failed_degrades_what_goes_on_being_served(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
):
    client = app_on(own_snapshot_dir).test_client()
    assert client.get("/health").get_json()["status"] == "ok"
    with pytest.raises(CartoError), attempting(BUILD, DataDir(own_snapshot_dir)):
        raise CartoError("source tronquée")
    document = client.get("/health").get_json()
    assert (document["status"], document["snapshot"]) == ("degraded", snapshot_id)
    assert "La dernière construction" in document["warnings"][0]
    assert client.get("/ready").status_code == 200


def test_whether_it_is_well_is_never_answered_by_not_modified(client: FlaskClient):
    for path in ("/health", "/sante", "/ready"):
        assert "ETag" not in client.get(path).headers
        assert client.get(path, headers={"If-None-Match": "*"}).status_code == 200

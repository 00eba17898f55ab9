"""`/health`: alive, and on which snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient


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

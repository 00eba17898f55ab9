"""Tests of `webapp.api.snapshots_list`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish


def test_the_release_that_is_served_is_marked(client: FlaskClient, snapshot_id: str) -> None:
    document = client.get("/api/v1/snapshots").get_json()
    assert document["count"] == 1
    (listed,) = document["snapshots"]
    assert listed["id"] == snapshot_id
    assert listed["is_current"]
    assert client.get(listed["links"]["manifest"]).status_code == 200


def test_a_new_release_changes_the_list_and_its_validator(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
) -> None:
    client = app_on(own_snapshot_dir).test_client()
    first = client.get("/api/v1/snapshots")
    other = publish(own_snapshot_dir, title="Autre")
    second = client.get("/api/v1/snapshots", headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 200
    marked = {one["id"]: one["is_current"] for one in second.get_json()["snapshots"]}
    assert marked == {other.id: True, snapshot_id: False}

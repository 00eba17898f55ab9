"""Tests of `webapp.api.schemas.snapshots`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


def test_releases_are_as_described(client: FlaskClient, snapshot_id: str) -> None:
    listed = described(client, "snapshots?limit=1")["snapshots"]
    assert [one["id"] for one in listed] == [snapshot_id]

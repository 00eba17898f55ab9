"""`/api/v1/snapshot`: the facts of what is served."""

from __future__ import annotations

import json

from flask.testing import FlaskClient

from tests.webapp.sample import FACTS


def test_the_facts_of_the_build_are_published(client: FlaskClient, snapshot_id: str):
    document = client.get("/api/v1/snapshot").get_json()
    assert document["snapshot"] == snapshot_id
    for name in (
        "sources",
        "missing_sources",
        "degraded",
        "verdicts",
        "checks",
        "method",
        "cog",
        "is_demo",
    ):
        assert document[name] == json.loads(json.dumps(FACTS[name]))
    assert document["counts"] == {
        "communes": 8,
        "epci": 4,
        "departements": 1,
        "sites": 5,
        "sites_in_scope": 4,
    }
    assert document["warnings"] == []


def test_every_listed_file_can_be_fetched_whole(client: FlaskClient):
    files = client.get("/api/v1/snapshot").get_json()["files"]
    assert {"communes.parquet", "quarantine.csv"} <= {file["path"] for file in files}
    for file in files:
        response = client.get(file["href"])
        assert response.status_code == 200
        assert len(response.data) == file["bytes"]

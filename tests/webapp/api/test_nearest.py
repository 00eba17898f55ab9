"""Tests of `webapp.api.nearest`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.api.nearest import time_method


def test_places_are_told_with_distance_time_and_method(
    client: FlaskClient, snapshot_id: str
) -> None:
    document = client.get("/api/v1/nearest?lon=-4.486&lat=48.39&n=2").get_json()
    assert document["snapshot"] == snapshot_id
    assert document["point"] == {"longitude": -4.486, "latitude": 48.39}
    assert "vol d'oiseau" in document["time_method"]
    assert document["count"] == len(document["places"]) == 2
    for place in document["places"]:
        assert client.get(place["links"]["self"]).status_code == 200


def test_five_places_unless_told(client: FlaskClient) -> None:
    assert client.get("/api/v1/nearest?lon=-4.486&lat=48.39").get_json()["count"] <= 5


@pytest.mark.parametrize(
    "query",
    [
        "",
        "lon=-4.4",
        "lat=48",
        "lon=nan&lat=48",
        "lon=1e400&lat=48",
        "lon=-4.4&lat=91",
        "lon=-4.4&lat=48&n=0",
        "lon=-4.4&lat=48&n=51",
        "lon=-4.4&lat=48&k=1",
        "lon=-4.4&lon=-4.4&lat=48",
    ],
)
def test_a_point_that_is_none_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/nearest?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_times_that_start_at_communes_are_not_told_from_a_point() -> None:
    said = time_method({"method": {"travel_model": {"kind": "matrix", "date": "2026-01-01"}}})
    assert said.startswith("Aucun temps")

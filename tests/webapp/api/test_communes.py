"""`/api/v1/communes`: one commune, and lists with filters."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

ISSUE_FIELDS = {
    *("snapshot", "code_insee", "nom", "population", "siren_epci", "locaux"),
    *("locaux_raccordables", "taux_couverture_ftth", "nearest_site", "accessibility", "need"),
    "verdict",
}
CROZON = "200066868"


def ask(client: FlaskClient, path: str) -> Any:
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.mimetype) == (200, "application/json")
    return response.get_json()


def codes(client: FlaskClient, query: str) -> list[str]:
    return [row["code_insee"] for row in ask(client, f"communes?{query}")["communes"]]


def test_a_commune_has_every_promised_field(client: FlaskClient, snapshot_id: str):
    commune = ask(client, "communes/29001")
    assert set(commune) >= ISSUE_FIELDS
    assert commune["snapshot"] == snapshot_id
    assert commune["nom"] == "Argol"
    assert commune["taux_couverture_ftth"] == 595 / 779
    assert {"id", "nom", "code_insee", "km", "min"} <= set(commune["nearest_site"])
    assert commune["nearest_site"]["code_insee"] == "29042"
    assert commune["verdict"]["class"] == 3
    assert commune["verdict"]["is_underserved"] is True
    assert commune["verdict"]["sentence"].startswith("Argol est prioritaire")
    assert commune["sources"]["fibre"]["date"] == "2026-06-30"


def test_a_list_counts_what_matches_and_writes_it_by_code(client: FlaskClient, snapshot_id: str):
    document = ask(client, f"communes?epci={CROZON}")
    assert document["snapshot"] == snapshot_id
    assert document["count"] == 3
    assert [row["code_insee"] for row in document["communes"]] == ["29001", "29042", "29302"]
    assert document["next"] is None


def test_filters_add_up(client: FlaskClient):
    assert codes(client, "classe=3") == ["29001"]
    assert codes(client, "classe=indetermine") == ["29067", "29083"]
    assert codes(client, f"classe=1&epci={CROZON}") == ["29042"]
    assert codes(client, "departement=22") == []
    assert len(codes(client, "departement=29")) == 8


def test_following_next_gives_every_commune_once(client: FlaskClient):
    seen: list[str] = []
    path = "/api/v1/communes?departement=29&limit=3"
    while path:
        document = client.get(path).get_json()
        assert document["count"] == 8
        seen += [row["code_insee"] for row in document["communes"]]
        path = document["next"]
    assert seen == codes(client, "departement=29")


def test_an_offset_beyond_the_end_is_empty_and_still_counts(client: FlaskClient):
    document = ask(client, "communes?offset=1000000")
    assert (document["count"], document["communes"], document["next"]) == (8, [], None)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("communes/1001", 404),
        ("communes/29999", 404),
        ("communes?epci=999999999", 404),
        ("communes?epci=abc", 400),
        ("communes?limit=0", 400),
        ("communes?epsi=242900314", 400),
        ("communes/29001?epci=242900314", 400),
    ],
)
def test_what_cannot_be_answered_is_refused(client: FlaskClient, path: str, status: int):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")

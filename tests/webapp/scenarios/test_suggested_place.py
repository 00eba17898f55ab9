"""Suggestions of a gesture: each leads to the scenario with a place there."""

from __future__ import annotations

from flask.testing import FlaskClient

FORM = "geste=ajouter&type=commune&territoire=departement-29&ajout=29019:7&ajout=29042:7&duree=3.5"


def test_each_suggestion_is_the_gesture_in_its_commune(client: FlaskClient) -> None:
    found = client.get(f"/recherche/suggestions?q=arg&{FORM}").get_json()["suggestions"]
    assert [one["nom"] for one in found] == ["Argol"]
    assert found[0]["href"] == (
        "/scenario?geste=ajouter&territoire=departement-29&ajout=29019:7&ajout=29042:7"
        "&duree=3.5&ou=29001"
    )

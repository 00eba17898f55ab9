"""`/api/v1/scenario`: before and after, and what is refused with the parameter at fault."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

FINISTERE = "/api/v1/scenario?territoire=departement-29"


def test_before_and_after(client: FlaskClient, snapshot_id: str) -> None:
    answer = client.get(f"{FINISTERE}&ajout=29001:7&heures=fs-2046:35&sc=1")
    document = answer.get_json()
    assert answer.status_code == 200
    assert document["snapshot"] == snapshot_id
    assert document["territory"] == {"type": "departement", "code": "29", "nom": "Finistère"}
    assert document["scenario"]["ajouts"] == [
        {"ou": "29001", "commune": "Argol", "heures_semaine": 7.0}
    ]
    assert document["before"]["population"] == document["after"]["population"]
    assert document["before"] != document["after"]
    assert isinstance(document["before"]["population"], int)
    query = f"territoire=departement-29&ajout=29001:7&heures=fs-2046:35&sc=1&etat={snapshot_id[:8]}"
    assert document["links"] == {
        "page": f"/scenario?{query}",
        "file": f"/scenario.json?{query}",
        "territory": "/departement/29",
    }
    assert client.get(document["links"]["page"]).status_code == 200


def test_without_changes_nothing_changes(client: FlaskClient) -> None:
    document = client.get(FINISTERE).get_json()
    assert document["before"] == document["after"]
    assert document["communes"] == []


def test_a_rule_judges_both(client: FlaskClient) -> None:
    usual = client.get(FINISTERE).get_json()
    strict = client.get(f"{FINISTERE}&temps_max=5").get_json()
    assert strict["scenario"]["regle"] == {"temps_max": "5"}
    assert strict["before"]["population_beyond_time"] > usual["before"]["population_beyond_time"]
    assert strict["before"] == strict["after"]


def test_an_older_edition_is_said(client: FlaskClient) -> None:
    document = client.get(f"{FINISTERE}&ajout=29001:7&etat=00000000").get_json()
    assert "édition" in document["notices"][0]


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("ajout=29001:7", 400, "territoire"),
        ("territoire=commune-29019", 400, "territoire"),
        ("territoire=departement-75", 404, None),
        ("territoire=departement-29&ajout=-4.7,48.2:7", 400, "ajout"),
        ("territoire=departement-29&ajout=29001:7&retrait=rien", 400, "retrait"),
        ("territoire=departement-29&temps_max=500", 400, "temps_max"),
        ("territoire=departement-29&sc=1&sc=1", 400, "sc"),
        ("territoire=departement-29&autre=1", 400, "autre"),
    ],
)
def test_what_cannot_be_used_is_refused(
    client: FlaskClient, query: str, status: int, parameter: str | None
) -> None:
    answer = client.get(f"/api/v1/scenario?{query}")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json().get("parameter") == parameter

"""`/api/v1/plan`: a question about a territory, and the ones that cannot be answered."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

FINISTERE = "/api/v1/plan?territoire=departement-29"


@pytest.mark.parametrize("question", ["manque", "temps", "couverture", "tous", "plus-loin"])
def test_every_question_is_answered(client: FlaskClient, snapshot_id: str, question: str) -> None:
    answer = client.get(f"{FINISTERE}&question={question}&nombre=3")
    document = answer.get_json()
    assert answer.status_code == 200
    assert document["snapshot"] == snapshot_id
    assert document["territory"] == {"type": "departement", "code": "29", "nom": "Finistère"}
    assert document["question"]["kind"] == question
    assert document["finding"].endswith(".")
    assert document["links"]["page"] == "/departement/29"


def test_half_days_are_the_usual_question(client: FlaskClient) -> None:
    document = client.get(f"{FINISTERE}&nombre=2").get_json()
    assert document["unit"] == "heures_par_semaine"
    assert sum(one["count"] for one in document["chosen"]) <= 2


def test_an_intercommunalite_counts_what_is_around(client: FlaskClient) -> None:
    answer = client.get("/api/v1/plan?territoire=epci-200066868&nombre=2")
    document = answer.get_json()
    assert document["candidates_count"] == 3
    assert document["people_counted"] > document["people_inside"]


def test_the_rule_of_the_reader_sets_the_reference(client: FlaskClient) -> None:
    usual = client.get(f"{FINISTERE}&nombre=2").get_json()
    wider = client.get(f"{FINISTERE}&nombre=2&acces_ratio=1").get_json()
    assert wider["reference"] == pytest.approx(2 * usual["reference"])


def test_the_same_question_gives_the_same_bytes(client: FlaskClient) -> None:
    first = client.get(f"{FINISTERE}&nombre=2")
    again = client.get(f"{FINISTERE}&nombre=2")
    assert first.data == again.data
    unchanged = client.get(
        f"{FINISTERE}&nombre=2", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "territoire"),
        ("?territoire=29", "territoire"),
        ("?territoire=departement-29&nombre=0", "nombre"),
        ("?territoire=departement-29&nombre=59", "nombre"),
        ("?territoire=departement-29&rayon=1", "rayon"),
        ("?territoire=departement-29&candidats=22001", "candidats"),
        ("?territoire=departement-29&sans=absent", "sans"),
        ("?territoire=departement-29&question=x", "question"),
        ("?territoire=departement-29&nombres=3", "nombres"),
        ("?territoire=departement-29&acces_ratio=9", "acces_ratio"),
    ],
)
def test_what_cannot_be_asked_is_a_problem(client: FlaskClient, query: str, parameter: str) -> None:
    answer = client.get(f"/api/v1/plan{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.get_json()["parameter"] == parameter


@pytest.mark.parametrize("territory", ["departement-99", "planete-1", "epci-000000000"])
def test_an_unknown_territory_is_not_found(client: FlaskClient, territory: str) -> None:
    assert client.get(f"/api/v1/plan?territoire={territory}").status_code == 404

"""`/api/v1/tour`: days and kilometres, and what is refused."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

ADDRESS = "/api/v1/tour?territoire=departement-29"


def test_days_visit_every_stop_once(client: FlaskClient) -> None:
    document = client.get(f"{ADDRESS}&arret=29001&arret=29302&heures=7").json
    visited = [stop for day in document["days"] for stop in day["stops"]]
    assert sorted(visited) == sorted(document["stops"]) == ["29001", "29302"]
    assert document["base"] == "29019"
    assert document["km_week"] == sum(day["km"] for day in document["days"])
    assert document["hours_week_left"] == 0
    assert document["people_within_after"]["20"] >= document["people_within_before"]["20"]


def test_an_island_is_listed_apart(client: FlaskClient) -> None:
    document = client.get(f"{ADDRESS}&arret=29155").json
    assert document["unreachable"] == ["29155"]
    assert document["days"] == []


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("territoire=commune-29019", "territoire"),
        ("territoire=departement-29&acces_ratio=9", "acces_ratio"),
        ("territoire=departement-29&heures=1", "heures"),
        ("territoire=departement-29&arret=75056", "arret"),
        ("territoire=departement-29&depart=75056", "depart"),
        ("territoire=departement-29&demi=3", "demi"),
    ],
)
def test_a_bad_question_is_refused(client: FlaskClient, query: str, parameter: str) -> None:
    answer = client.get(f"/api/v1/tour?{query}")
    assert answer.status_code == 400
    assert answer.json["parameter"] == parameter


def test_the_rule_of_the_reader_changes_who_is_underserved(client: FlaskClient) -> None:
    usual = client.get(f"{ADDRESS}&arrets=sous-desservies").json
    stricter = client.get(f"{ADDRESS}&arrets=sous-desservies&temps_max=5&fibre_min=100").json
    asked = [[*one["stops"], *one["unreachable"]] for one in (usual, stricter)]
    assert set(asked[0]) != set(asked[1])

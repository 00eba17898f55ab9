"""`/api/v1/closure`: figures of the page, and what is refused."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

ADDRESS = "/api/v1/closure?territoire=departement-29"


def test_chosen_places_and_their_cost(client: FlaskClient) -> None:
    document = client.get(f"{ADDRESS}&retrait=fs-2046&retrait=fs-170").json
    assert document["way"] == "choix"
    assert [place["id"] for place in document["withdrawn"]] == ["fs-170", "fs-2046"]
    assert document["hours_week_before"] - document["hours_week_after"] == pytest.approx(
        sum(place["hours_week"] for place in document["withdrawn"])
    )
    crozon = next(one for one in document["communes"] if one["nom"] == "Crozon")
    assert crozon["nearest_site_min_after"] > crozon["nearest_site_min_before"]
    assert "pas une recommandation" in document["caution"]


def test_the_least_withdrawals_come_with_their_steps(client: FlaskClient) -> None:
    document = client.get(f"{ADDRESS}&nombre=2").json
    assert [step["count"] for step in document["steps"]] == [1, 2]
    assert document["is_exact"] is True


def test_out_of_reach_is_null(client: FlaskClient) -> None:
    document = client.get(f"{ADDRESS}&retrait=fs-169").json
    assert document["people_cut_off"] > 0
    assert document["communes"][0]["nearest_site_min_after"] is None


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "territoire"),
        ("territoire=region-53", "territoire"),
        ("territoire=departement-29&nombre=50", "nombre"),
        ("territoire=departement-29&retrait=nulle-part", "retrait"),
        ("territoire=departement-29&couleur=bleu", "couleur"),
        ("territoire=departement-29&acces_ratio=9", "acces_ratio"),
        ("territoire=departement-29&nombre=1&nombre=2", "nombre"),
    ],
)
def test_a_bad_question_is_refused(client: FlaskClient, query: str, parameter: str) -> None:
    answer = client.get(f"/api/v1/closure?{query}")
    assert answer.status_code == 400
    assert answer.json["parameter"] == parameter


def test_an_unknown_territory_is_not_found(client: FlaskClient) -> None:
    assert client.get("/api/v1/closure?territoire=departement-98").status_code == 404

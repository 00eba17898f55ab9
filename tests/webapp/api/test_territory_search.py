"""Tests of `webapp.api.territory_search`."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient


def found(client: FlaskClient, query: str) -> dict[str, Any]:
    document: dict[str, Any] = client.get(f"/api/v1/search?{query}").get_json()
    return document


@pytest.mark.parametrize("typed", ["ile+de+sein", "%C3%8ELE-DE-SEIN", "29083"])
def test_a_commune_is_found_without_accents_or_by_its_code(client: FlaskClient, typed: str) -> None:
    document = found(client, f"q={typed}")
    assert document["is_match"]
    assert document["results"][0]["code"] == "29083"


def test_a_postcode_finds_communes(client: FlaskClient) -> None:
    results = found(client, "q=29+000")["results"]
    assert {result["type"] for result in results} == {"commune"}


def test_results_are_of_the_type_that_is_asked_for_and_paged(client: FlaskClient) -> None:
    assert {one["type"] for one in found(client, "q=brest&type=epci")["results"]} == {"epci"}
    page = found(client, "q=brest&limit=1")
    assert page["count"] == 2
    assert found(client, page["next"].partition("?")[2])["results"][0]["type"] == "epci"


def test_close_spellings_are_said_to_be_none_of_the_matches(client: FlaskClient) -> None:
    document = found(client, "q=qimper")
    assert not document["is_match"]
    assert "Quimper" in [result["nom"] for result in document["results"]]


def test_every_link_leads_somewhere(client: FlaskClient) -> None:
    for query in ("q=brest", "q=finistere", "q=logonna-quimerch", "q=ancienne"):
        for result in found(client, query)["results"]:
            for link in filter(None, result["links"].values()):
                answer = client.get(link, follow_redirects=True)
                assert answer.status_code in (200, 410), link


@pytest.mark.parametrize("query", ["", "q=", "q=%00", f"q={'a' * 81}", "q=a&type=ville", "q=a&x=1"])
def test_a_bad_question_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/search?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"

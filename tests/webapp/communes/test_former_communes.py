"""A link to a commune that merged still leads somewhere; one that was shared lists the others."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/commune/29138", "/commune/29302?ancien=29138"),
        ("/commune/29138?ind=verdict", "/commune/29302?ind=verdict&ancien=29138"),
        ("/api/v1/communes/29138", "/api/v1/communes/29302"),
    ],
)
def test_an_old_code_leads_to_the_living_commune(client: FlaskClient, asked: str, led_to: str):
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (301, led_to)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" in answer.headers
    assert client.get(asked, follow_redirects=True).status_code == 200


def test_a_shared_commune_lists_those_that_it_became(client: FlaskClient):
    answer = client.get("/commune/29998", headers={"Accept": "text/html"})
    assert answer.status_code == 410
    assert "Ancienne (29998) n'est plus une commune" in answer.text.replace("&#39;", "'")
    assert "depuis le 1er janvier 1970" in answer.text
    assert 'href="/commune/29001"' in answer.text
    assert 'href="/commune/29042"' in answer.text


def test_programs_get_the_same_as_a_problem(client: FlaskClient):
    answer = client.get("/api/v1/communes/29998")
    assert (answer.status_code, answer.mimetype) == (410, "application/problem+json")
    problem = answer.get_json(force=True)
    assert [commune["code_insee"] for commune in problem["communes"]] == ["29001", "29042"]
    assert client.get(problem["communes"][0]["href"]).status_code == 200


def test_a_code_that_never_was_stays_unknown(client: FlaskClient):
    assert client.get("/commune/29999").status_code == 404


def test_the_page_says_which_address_led_to_it(client: FlaskClient):
    text = client.get("/commune/29138", follow_redirects=True).text.replace("&#39;", "'")
    assert "Logonna-Quimerch (29138) n'est plus une commune depuis le" in text
    assert "n'est pas compris" not in text
    assert "Paramètre" not in client.get("/commune/29302?ancien=29138").text


def test_another_origin_is_an_unknown_parameter(client: FlaskClient):
    assert "« ancien »" in client.get("/commune/29302?ancien=29999").text.replace(
        "\N{NO-BREAK SPACE}", " "
    )

"""The search: its page, its suggestions, and texts meant to do harm."""

from __future__ import annotations

import html

import pytest
from flask.testing import FlaskClient

HOSTILE = (
    "<script>alert(1)</script>",
    '" onfocus="alert(1)',
    "'; DROP TABLE communes; --",
    "{{ 7 * 7 }}",
    "../../etc/passwd",
    "%00%0d%0aSet-Cookie: a=b",
    "\u202e\u200b\ufeff",
    "é" * 500,
    "((((((((((a*)*)*)*)*)*)",
)


def test_a_name_leads_to_the_page_of_its_territory(client: FlaskClient) -> None:
    page = client.get("/recherche?q=ile+de+sein").text
    assert '<a href="/commune/29083">Île-de-Sein</a>' in page
    assert "1\u00a0territoire trouvé pour" in page


def test_the_state_goes_with_the_search_but_not_the_selection(client: FlaskClient) -> None:
    page = client.get("/recherche?q=brest&ind=fibre&sel=29083").text
    assert '<a href="/commune/29019?ind=fibre">Brest</a>' in page
    assert '<input type="hidden" name="ind" value="fibre">' in page


def test_the_public_is_led_to_communes(client: FlaskClient) -> None:
    page = client.get("/recherche?q=brest&type=commune").text
    assert "Trouver de l'aide près de chez vous" in page
    assert "Intercommunalités" not in page
    assert '<input type="hidden" name="type" value="commune">' in page


def test_an_unknown_type_is_said(client: FlaskClient) -> None:
    assert "n'est pas compris" in html.unescape(client.get("/recherche?q=b&type=planete").text)


def test_a_former_commune_is_found(client: FlaskClient) -> None:
    page = client.get("/recherche?q=logonna-quimerch").text
    assert "Anciennes communes" in page
    assert '<a href="/commune/29302">Logonna-Quimerch</a>' in page


def test_without_result_the_page_helps(client: FlaskClient) -> None:
    page = client.get("/recherche?q=qimper").text
    assert "Les noms les plus proches" in page
    assert '<a href="/territoires">' in page
    unknown = client.get("/recherche?q=35999").text
    assert "Ille-et-Vilaine, qui n'est pas dans ces données" in html.unescape(unknown)


def test_an_unknown_postcode_suggests_the_name(client: FlaskClient) -> None:
    page = client.get("/recherche?q=97150").text
    assert "Le code postal 97150 n'est pas connu ici" in page
    assert "écrivez plutôt le nom de la commune" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_a_text(client: FlaskClient, text: str) -> None:
    for path in ("/recherche", "/recherche/suggestions"):
        answer = client.get(path, query_string={"q": text})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert 'onfocus="alert' not in answer.text
        assert "49" not in answer.text or "{{" not in text
        assert "Set-Cookie" not in answer.headers


def test_suggestions_are_names_with_their_pages(client: FlaskClient) -> None:
    answer = client.get("/recherche/suggestions?q=bres&ind=fibre").get_json()
    assert answer["suggestions"][0]["href"] == "/commune/29019?ind=fibre"
    assert answer["suggestions"][0]["detail"].startswith("commune, Finistère (29)")
    assert answer["annonce"] == f"{len(answer['suggestions'])}\u00a0suggestions"


def test_no_suggestion_is_said_too(client: FlaskClient) -> None:
    answer = client.get("/recherche/suggestions?q=zzzzzz").get_json()
    assert answer == {"suggestions": [], "annonce": "Aucune suggestion"}


def test_suggestions_keep_to_their_parameters(client: FlaskClient) -> None:
    answer = client.get("/recherche/suggestions?q=b&couleur=1")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert len(client.get("/recherche/suggestions?q=e").get_json()["suggestions"]) <= 8


def test_the_field_is_a_plain_one_that_the_browser_may_enhance(client: FlaskClient) -> None:
    page = client.get("/methode").text
    assert 'data-suggestions="recherche-liste"' in page
    assert 'role="combobox"' not in page
    assert '<label for="recherche"' in page

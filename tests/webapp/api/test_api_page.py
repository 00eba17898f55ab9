"""`/api`: questions that are answered, every address, the limits and the promise."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient

from tests.webapp.api.as_described import API, openapi
from webapp.api.entry import LONGEST_QUERY
from webapp.parameters import LARGEST_LIMIT


def page(client: FlaskClient) -> str:
    answer = client.get("/api")
    assert answer.status_code == 200
    return unescape(answer.text)


def test_every_question_to_copy_is_answered(client: FlaskClient) -> None:
    asked = re.findall(r"curl 'http://localhost([^']+)'", page(client))
    assert len(asked) == 6
    for address in asked:
        assert client.get(address).status_code == 200, address


def test_the_beginning_shown_is_that_of_the_first_answer(client: FlaskClient) -> None:
    text = page(client)
    first = re.findall(r"curl 'http://localhost([^']+)'", text)[0]
    answer = client.get(first).get_json()
    assert f'"count": {answer["count"]}' in text
    assert f'"sentence": "{answer["communes"][0]["verdict"]["sentence"]}"' in text


def test_every_described_address_is_on_the_page(client: FlaskClient) -> None:
    text = page(client)
    for path in openapi(client)["paths"]:
        assert f'<code class="adresse">{API}{path}</code>' in text


def test_the_examples_are_those_of_the_openapi_document(client: FlaskClient) -> None:
    chapters = page(client).partition('id="adresses"')[2].partition('id="communs"')[0]
    told = chapters.split('<div class="ressource">')[1:]
    operations = [item["get"] for item in openapi(client)["paths"].values()]
    said = {one["description"]: one for one in operations}
    assert len(told) == len(said)
    for one in operations:
        [own] = [text for text in told if f"<h4>{one['summary']}</h4>" in text]
        assert ("rien n'y répond" in own) == ("rien n'y répond" in one["description"])
        for parameter in one["parameters"]:
            if parameter["in"] == "path":
                assert f"Exemple\xa0: <code>{parameter['example']}</code>" in own


def test_lists_that_are_not_of_a_table_tell_their_own_parameters(client: FlaskClient) -> None:
    snapshots = page(client).partition(f"{API}/snapshots</code>")[2].partition("ressource")[0]
    assert "2\xa0paramètres" in snapshots
    assert "#listes" not in snapshots


def test_the_limits_are_those_of_the_service(client: FlaskClient) -> None:
    text = page(client)
    assert f"{LARGEST_LIMIT:,}".replace(",", "\u202f") in text
    assert f"{LONGEST_QUERY // 1024}\xa0Kio" in text


def test_the_data_page_leads_here(client: FlaskClient) -> None:
    assert 'href="/api"' in client.get("/donnees").text


def test_an_unknown_parameter_is_said(client: FlaskClient) -> None:
    assert "inconnu" in unescape(client.get("/api?couleur=bleu").text)

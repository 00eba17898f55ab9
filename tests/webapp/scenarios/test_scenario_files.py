"""The file of a scenario: kept by its reader, taken up again whole or not at all."""

from __future__ import annotations

import io
import json
from contextlib import ExitStack

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webapp.scenarios import scenario_files

START = "/scenario?territoire=departement-29"
CHANGES = "&ajout=29001:7&ajout=-4.32,48.25:3.5&heures=fs-173:14&temps_max=15"


def send(client: FlaskClient, content: bytes) -> TestResponse:
    sent = {"fichier": (io.BytesIO(content), "scenario.json")}
    return client.post("/scenario/fichier", data=sent, content_type="multipart/form-data")


def test_a_file_leads_back_to_its_scenario(client: FlaskClient) -> None:
    file = client.get(START.replace("?", ".json?") + CHANGES)
    assert "scenario" in file.headers["Content-Disposition"]
    answer = send(client, file.data)
    assert answer.status_code == 303
    text = client.get(answer.headers["Location"], follow_redirects=True)
    assert text.request.query_string.decode().startswith(f"{START[10:]}&ajout=29001:7")
    again = client.get(f"{text.request.path}.json?{text.request.query_string.decode()}")
    assert again.get_json() == file.get_json()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"pas du JSON", "pas du JSON"),
        (b"[]", "pas un scénario"),
        (json.dumps({"format": "carto-scenario", "version": 9}).encode(), "version"),
        (b" " * 66_000, "trop gros"),
        (b"9" * 100_000, "trop gros"),
        (b"", "pas du JSON"),
    ],
)
def test_an_unusable_file_is_refused_in_one_sentence(
    client: FlaskClient, content: bytes, said: str
) -> None:
    answer = send(client, content)
    assert answer.status_code == 400
    assert said in answer.text.replace("&#39;", "'")
    assert "Rien n'est repris" in answer.text.replace("&#39;", "'")


def test_a_form_without_a_file_asks_for_one(client: FlaskClient) -> None:
    answer = client.post("/scenario/fichier", data={}, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "Choisissez d&#39;abord" in answer.text


def test_a_file_is_not_made_of_an_address_that_cannot_be_used(client: FlaskClient) -> None:
    assert client.get("/scenario.json?territoire=departement-29&retrait=fs-0").status_code == 400


def test_files_that_come_slowly_leave_threads_to_pages(client: FlaskClient) -> None:
    receptions = scenario_files._receptions
    with ExitStack() as senders:
        while receptions.acquire(blocking=False):
            senders.callback(receptions.release)
        answer = send(client, b"{}")
        assert answer.status_code == 429
        assert "Retry-After" in answer.headers
        assert client.get("/health").status_code == 200
    assert send(client, b"{}").status_code == 400

"""Tests of `webapp.commune_pages`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import get
from tests.webapp.sample import TABLES


def test_a_fragment_is_the_content_of_the_panel_only(client: FlaskClient) -> None:
    response = client.get("/commune/29001", headers={"X-Fragment": "1"})
    text = response.get_data(as_text=True)
    assert "<html" not in text
    assert text.lstrip().startswith("<h2>Argol</h2>")
    assert "X-Fragment" in response.headers["Vary"]


def test_a_commune_says_its_sentence_and_its_place(client: FlaskClient) -> None:
    row = next(row for row in TABLES["communes"] if row["code_insee"] == "29067")
    text = get(client, "/commune/29067").replace("&#39;", "'")
    assert row["sentence"] in text
    assert "France services Plouaret" in text
    assert "Côtes-d'Armor" in text

"""Tests of `webapp.communes.commune_pages`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.outline import get
from tests.webapp.published import publish
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


def test_a_commune_says_first_where_to_find_help(client: FlaskClient) -> None:
    text = get(client, "/commune/29001").replace("&#39;", "'").replace("\u00a0", " ")
    assert (
        "À Argol, aucun lieu d'aide au numérique n'est connu. Le plus proche est à Crozon" in text
    )
    assert text.index("grande-phrase") < text.index("constat-titre")
    assert text.count('class="lieu"') == 3
    assert "/departement/29/lieux?sel=29001" in text


def test_the_simple_version_has_no_map_and_the_same_places(client: FlaskClient) -> None:
    text = get(client, "/commune/29001/simple")
    assert "<svg" not in text
    assert text.count('class="lieu"') == 3
    assert '<link rel="canonical" href="/commune/29001">' in text


def test_a_script_is_told_the_week_and_the_time_of_a_place(client: FlaskClient) -> None:
    text = get(client, "/commune/29019/simple")
    assert 'data-semaine="540-720,840-1020;540-720,840-1020;' in text
    assert 'data-fuseau="Europe/Paris"' in text


def test_an_island_says_what_is_across_the_water(client: FlaskClient) -> None:
    text = get(client, "/commune/29083").replace("&#39;", "'")
    assert "n'est accessible par la route" in text
    assert "l'autre côté de l'eau" in text


def test_a_snapshot_without_lists_of_places_says_so(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    unknown = {"sites_count": None, "nearest_site_id": None, "nearest_site_km": None}
    communes = [row | unknown | {"nearest_site_min": None} for row in TABLES["communes"]]
    publish(tmp_path, TABLES | {"communes": communes, "sites": TABLES["sites"][:0]})
    text = get(app_on(tmp_path).test_client(), "/commune/29001").replace("\u00a0", " ")
    assert "on ne sait pas où se faire aider" in text
    assert "Demandez à votre mairie" in text


def test_a_published_number_can_be_called_and_a_site_followed(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    reached = {"telephone": "+33298001122", "site_web": "https://www.aide.example/lieu"}
    sites = [row | reached for row in TABLES["sites"]]
    publish(tmp_path, TABLES | {"sites": sites})
    for path in ("/commune/29019", "/commune/29019/simple"):
        text = get(app_on(tmp_path).test_client(), path)
        assert '<a href="tel:+33298001122">02\u00a098\u00a000\u00a011\u00a022</a>' in text
        assert '<a href="https://www.aide.example/lieu">Site aide.example</a>' in text

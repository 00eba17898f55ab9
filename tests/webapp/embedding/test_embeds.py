"""Tests of `webapp.embedding.embeds`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish

STATE = "ind=temps&sel=29001&lieux=0"


def test_an_embed_is_a_map_with_its_source_and_a_way_out(client: FlaskClient) -> None:
    text = client.get(f"/integrer/departement/29?{STATE}").get_data(as_text=True)
    assert "<svg" in text
    assert 'id="legende"' in text
    assert "Sources" in text
    assert "à vol d'oiseau corrigé" in text.replace("&#39;", "'")
    assert f'href="/departement/29?{STATE.replace("&", "&amp;")}"' in text
    assert "<nav" not in text
    assert 'id="panneau"' not in text


def test_an_embed_says_which_source_is_out_of_date(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    late = {"source": "fibre", "since": "2026-07-01", "age_days": 144, "reason": "réponse 503"}
    publish(tmp_path, degraded=[late])
    text = app_on(tmp_path).test_client().get("/integrer/departement/29").text
    assert "a pas pu être mise à jour depuis le 1er juillet 2026" in text


def test_only_embeds_may_be_framed_by_others(client: FlaskClient) -> None:
    embed = client.get("/integrer/epci/200066868").headers["Content-Security-Policy"]
    page = client.get("/epci/200066868").headers["Content-Security-Policy"]
    assert "frame-ancestors *" in embed
    assert "frame-ancestors 'none'" in page


def test_links_of_an_embed_leave_the_frame_or_stay_an_embed(client: FlaskClient) -> None:
    text = client.get("/integrer/departement/29?titre=0&table=1").get_data(as_text=True)
    outside = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    links = re.findall(r"<a [^>]*>", outside)
    inside = [link for link in links if 'href="/integrer/' in link]
    assert inside
    assert all("titre=0" in link and "table=1" in link for link in inside)
    assert all('target="_blank" rel="noopener"' in link for link in links if link not in inside)


def test_options_show_a_table_and_hide_the_title(client: FlaskClient) -> None:
    plain = client.get("/integrer/departement/29?ind=fibre").text
    assert '<h1 id="titre">' in plain
    assert 'id="valeurs"' not in plain
    text = client.get("/integrer/departement/29?ind=fibre&titre=0&table=1&vue=9/48.2/-4").text
    assert '<h1 id="titre" class="hors-ecran">' in text
    assert '<main data-vue="9/48.2/-4">' in text
    table = re.search(r'<details id="valeurs">.*?</details>', text, re.DOTALL)[0]
    assert "<caption" in table
    assert table.count('<th scope="row">') == len(re.findall("/commune/", table))
    assert "Sources" in text


@pytest.mark.parametrize("state", ["", "titre=0", "ind=besoin&lieux=0", "vue=x&t=1&classe=9"])
def test_source_and_date_are_always_there(client: FlaskClient, state: str) -> None:
    text = client.get(f"/integrer/epci/200066868?{state}").text
    credit = re.search(r'<p class="source">(Sources.*?)</p>', text, re.DOTALL)[1]
    assert re.search("20[0-9]{2}", credit)
    assert "Voir la carte complète" in text


def test_a_demonstration_says_so_in_a_frame(client: FlaskClient) -> None:
    assert "Données de démonstration" in client.get("/integrer/departement/29").text


def test_the_whole_map_keeps_the_state_without_the_options(client: FlaskClient) -> None:
    text = client.get("/integrer/departement/29?ind=fibre&classe=0&titre=0&table=1&gratuit=1").text
    whole = re.search(r'<a class="bouton" href="([^"]+)"', text)[1]
    assert whole == "/departement/29?ind=fibre&amp;classe=0&amp;gratuit=1"
    assert f"http://localhost{whole}" in re.search("<noscript>.*?</noscript>", text)[0]


def test_a_rule_and_a_selected_commune_are_said(client: FlaskClient) -> None:
    text = client.get("/integrer/departement/29?sel=29001&temps_max=15").text
    assert "Règle modifiée" in text
    assert 'class="constat-commune"' in text
    assert 'href="/commune/29001?' in text


def test_an_unknown_territory_is_not_embedded(client: FlaskClient) -> None:
    assert client.get("/integrer/epci/123456789").status_code == 404
    assert client.get("/integrer/commune/29001").status_code == 404


def test_the_key_of_the_colours_stands_by_the_map_before_the_way_out_and_the_sources(
    client: FlaskClient,
) -> None:
    text = client.get(f"/integrer/departement/29?{STATE}").text
    places = [
        text.index(sign) for sign in ('id="carte"', 'id="legende"', "vers-complete", "Sources")
    ]
    assert places == sorted(places)


def test_no_link_leads_the_frame_to_a_page_that_may_not_be_framed(client: FlaskClient) -> None:
    text = client.get("/integrer/departement/29?table=1&sel=29001&classe=0").text
    links = re.findall("<a ([^>]+)>", text)
    outside = [link for link in links if 'href="/integrer/' not in link]
    assert sum('tabindex="-1"' in link for link in outside) > 1
    assert [link for link in outside if 'target="_blank"' not in link] == []
    inside = [link for link in links if link not in outside]
    assert inside
    assert not any("target" in link for link in inside)

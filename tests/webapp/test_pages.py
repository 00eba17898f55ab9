"""Tests of `webapp.pages`: every page, in every state, from the published sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.sample import TABLES

PAGES = (
    "/",
    "/recherche",
    "/recherche?q=ouessant",
    "/departement/29",
    "/departement/29?ind=temps&sel=29083&lieux=0",
    "/epci/200066868",
    "/departement/29/tableau",
    "/epci/200066868/tableau?ind=fibre&classe=2&tri=nom&ordre=croissant",
    "/integrer/departement/29",
    "/methode",
    "/sources",
    "/evolutions",
    "/donnees/qualite",
    "/donnees/qualite?territoire=epci-200066868&defaut=heures",
    "/accessibilite",
    "/mentions-legales",
    "/donnees-personnelles",
    *(f"/commune/{row['code_insee']}" for row in TABLES["communes"]),
)
NBSP = "\u00a0"


class Outline(HTMLParser):
    """What a page is made of: headings in order, ids, links, inline styles and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.forbidden: list[str] = []
        self.rows: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of a tag."""
        found = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag == "tr" and found.get("data-code"):
            self.rows.append(str(found["data-code"]))
        self.forbidden += [name for name in found if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not found.get("src")):
            self.forbidden.append(tag)


def get(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.get_data(as_text=True)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound(client: FlaskClient, address: str) -> None:
    text = get(client, address)
    page = Outline(text)
    assert '<html lang="fr">' in text
    assert page.forbidden == []
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise([0, *page.headings]))
    assert len(page.ids) == len(set(page.ids)), "ids are unique"
    assert "onnées de démonstration" in text
    assert not re.search(r"\bNone\b|\bnan\b|\{\{|\}\}", text)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_this_site_leads_somewhere(client: FlaskClient, address: str) -> None:
    page = Outline(get(client, address))
    for link in set(page.links):
        path, _, anchor = link.partition("#")
        if link.startswith("/api/") or link.startswith("http"):
            continue
        if path:
            assert client.get(path).status_code == 200, link
        elif anchor:
            assert anchor in page.ids, link


@pytest.mark.parametrize("address", [page for page in PAGES if not page.startswith("/integrer")])
def test_every_page_dates_its_layers(client: FlaskClient, address: str) -> None:
    text = get(client, address)
    assert "ARCEP, 30 juin 2026" in text
    assert "janvier 2026" in text


def test_the_map_tells_the_browser_where_its_data_is(client: FlaskClient, snapshot_id: str) -> None:
    text = get(client, "/departement/29?ind=fibre")
    base = re.escape(f"/donnees/{snapshot_id}/departement/29")
    for name in (r"\.topojson", r"/valeurs\.json\?v=\w+", r"/lieux\.geojson\?v=\w+"):
        found = re.search(f'"({base}{name})"', text)
        assert found is not None, name
        assert client.get(found[1]).status_code == 200
    assert 'data-indicateur="fibre"' in text


def test_without_places_the_map_has_none(client: FlaskClient) -> None:
    assert 'class="lieux"' in get(client, "/epci/200066868/carte.svg")
    drawn = ET.fromstring(get(client, "/epci/200066868/carte.svg?lieux=0"))  # noqa: S314 - ours
    assert not [e for e in drawn.iter() if e.get("class") == "lieux" and len(e)]


def test_links_keep_the_state(client: FlaskClient) -> None:
    links = Outline(get(client, "/departement/29?ind=temps&lieux=0")).links
    kept = "ind=temps&lieux=0"
    assert f"/departement/29/tableau?{kept}" in links
    assert f"/commune/29001?{kept}" in links
    assert f"/epci/200066868?{kept}" in links
    assert f"/integrer/departement/29?{kept}" in links


def test_a_bad_state_is_said_and_the_page_shown(client: FlaskClient) -> None:
    text = get(client, "/departement/29?ind=meteo&sel=75056&lieux=2")
    notices = text[text.index('class="avis"') :].partition("</div>")[0]
    assert notices.count("<p>") == 3
    assert "« meteo »" in text.replace(NBSP, " ")


@pytest.mark.parametrize(
    "address",
    [
        "/?wrong=1",
        "/departement/29?wrong=1",
        "/commune/29001?wrong=1",
        "/departement/29/tableau?wrong=1&tri=nom&ordre=croissant&classe=3&ind=verdict",
        "/recherche?q=brest&wrong=1",
        "/integrer/departement/29?wrong=1",
        "/methode?wrong=1",
        "/sources?wrong=1",
        "/accessibilite?wrong=1",
        "/mentions-legales?wrong=1",
        "/donnees-personnelles?wrong=1",
    ],
)
def test_a_parameter_that_the_page_does_not_have_is_named(
    client: FlaskClient, address: str
) -> None:
    text = get(client, address)
    notices = text[text.index('class="avis"') :].partition("</div>")[0]
    assert notices.count("<p>") == 1
    assert f"«{NBSP}wrong{NBSP}»" in notices
    assert 'class="avis"' not in get(client, address.replace("wrong=1", ""))


def test_the_last_value_of_the_places_box_counts(client: FlaskClient) -> None:
    assert " checked" in get(client, "/departement/29?lieux=0&lieux=1")
    assert " checked" not in get(client, "/departement/29?lieux=0")


def test_a_selected_commune_takes_the_panel(client: FlaskClient) -> None:
    text = get(client, "/departement/29?sel=29001")
    panel = text[text.index('id="panneau"') : text.index("</aside>")]
    assert "<h2>Argol</h2>" in panel
    assert "Chiffres clés" not in panel.split("suite")[0]


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


def test_the_table_lists_every_commune_once(client: FlaskClient) -> None:
    rows = Outline(get(client, "/departement/29/tableau")).rows
    assert sorted(rows) == [row["code_insee"] for row in TABLES["communes"]]


def test_the_table_sorts_and_filters(client: FlaskClient) -> None:
    by_name = get(client, "/departement/29/tableau?tri=nom&ordre=decroissant")
    assert Outline(by_name).rows[0] == "29232"
    assert 'aria-sort="descending"' in by_name
    assert Outline(get(client, "/departement/29/tableau?classe=absente")).rows == ["29067", "29083"]


def test_the_picture_is_an_image_that_explains_itself(client: FlaskClient) -> None:
    response = client.get("/departement/29/carte.svg?ind=besoin")
    assert response.mimetype == "image/svg+xml"
    drawn = ET.fromstring(response.get_data(as_text=True))  # noqa: S314 - ours
    words = " ".join(drawn.itertext())
    assert "Finistère" in words
    assert "INSEE" in words


@pytest.mark.parametrize(
    "address",
    ["/commune/75056", "/epci/000000000", "/departement/99", "/departement/29/tableaux", "/x"],
)
def test_an_unknown_code_is_a_page_with_a_search_box(client: FlaskClient, address: str) -> None:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 404
    text = response.get_data(as_text=True)
    assert 'action="/recherche"' in text
    assert Outline(text).headings == [1]


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=1>', "\x00"]
)
def test_hostile_words_are_only_words(client: FlaskClient, hostile: str) -> None:
    for address in ("/recherche", "/departement/29", "/departement/29/tableau"):
        query = dict.fromkeys(("q", "ind", "sel", "lieux", "tri", "ordre", "classe"), hostile)
        response = client.get(address, query_string=query)
        assert response.status_code == 200
        text = response.get_data(as_text=True)
        assert hostile not in text or hostile == "\x00"
        assert Outline(text).forbidden == []


def test_before_the_first_build_a_page_says_what_to_run(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    response = app_on(tmp_path).test_client().get("/")
    assert response.status_code == 503
    assert "carto build --demo" in response.get_data(as_text=True)


def test_the_sources_account_for_rows_and_findings(client: FlaskClient, snapshot_id: str) -> None:
    text = get(client, "/sources").replace("&#39;", "'")
    assert "signe perdu" in text
    assert "Lieux de médiation" in text[text.index('id="manquent"') :]
    assert f"/donnees/{snapshot_id}/quarantine.csv" in text


def test_pages_are_light(client: FlaskClient) -> None:
    response = client.get("/departement/29", headers={"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert len(response.get_data()) < 15_000


@pytest.mark.parametrize(
    "address", ["/", "/departement/29", "/integrer/departement/29", "/integrer/epci/200066868"]
)
def test_a_map_of_the_verdict_names_the_need_and_the_demonstration(
    client: FlaskClient, address: str
) -> None:
    shown = get(client, address).partition("<main")[2].partition("</main>")[0]
    assert "besoin approché par le niveau de vie médian (INSEE 2019)" in shown
    assert shown.count("Données de démonstration") == 1

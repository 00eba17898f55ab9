"""Every page, in every state, from the published sample: sound, linked, dated, unmoved by words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get
from tests.webapp.sample import TABLES

PAGES = (
    "/",
    "/recherche",
    "/recherche?q=ouessant",
    "/recherche?q=29000&type=commune",
    "/recherche?q=qimper",
    "/territoires",
    "/departement/29",
    "/departement/29?ind=temps&sel=29083&lieux=0",
    "/epci/200066868",
    "/departement/29/tableau",
    "/epci/200066868/tableau?ind=fibre&classe=2&tri=nom&ordre=croissant",
    "/departement/29/lieux",
    "/epci/200066868/lieux?sel=29042&itinerant=1",
    "/commune/29001/simple",
    "/integrer/departement/29",
    "/methode",
    "/sources",
    "/evolutions",
    "/scenario?territoire=departement-29",
    "/scenario?territoire=epci-200066868&ajout=29001:7&retrait=fs-2046&lieu=ajout-1",
    "/donnees",
    "/donnees/dictionnaire",
    "/donnees/dictionnaire?table=sites",
    "/api",
    "/ogc?f=html",
    "/ogc/conformance?f=html",
    "/ogc/api?f=html",
    "/ogc/collections?f=html",
    "/ogc/collections/communes?f=html",
    "/ogc/collections/fibre_history/queryables?f=html",
    "/ogc/collections/communes/items?f=html&limit=3&offset=3",
    "/ogc/collections/communes/items?f=html&filter=population>1000&sortby=-population",
    "/ogc/collections/lieux/items?f=html&nom=inconnu",
    "/ogc/collections/communes/items/29083?f=html",
    "/ogc/collections/lieux/items/fs-173?f=html",
    "/donnees/qualite",
    "/donnees/qualite?territoire=epci-200066868&defaut=heures",
    "/accessibilite",
    "/mentions-legales",
    "/donnees-personnelles",
    *(f"/commune/{row['code_insee']}" for row in TABLES["communes"]),
)
NBSP = "\u00a0"
# What the addresses for other programs begin with.
HERE = "http://localhost"
# Addresses of pages that show verdicts, which a rule changes.
LEVELS = "departement|epci|region|ept|groupe|commune|france"
JUDGED = rf"/($|\?|#|({LEVELS}|comparer|seuils|territoires)\b)"


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
    assert not re.search(r"\bNone\b(?!-Match)|\bnan\b|\{\{|\}\}", text)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_this_site_leads_somewhere(client: FlaskClient, address: str) -> None:
    page = Outline(get(client, address))
    for link in {link.removeprefix(HERE) for link in page.links}:
        path, _, anchor = link.partition("#")
        if link.startswith("/api/") or link.startswith("http"):
            continue
        if path:
            assert client.get(path, follow_redirects=True).status_code == 200, link
        elif anchor:
            assert anchor in page.ids, link


@pytest.mark.parametrize(
    "address",
    [
        "/?fibre_min=90",
        "/territoires?fibre_min=90",
        "/recherche?q=ouessant&fibre_min=90",
        *(
            f"{page}?fibre_min=90&ind=temps"
            for page in (
                "/departement/29",
                "/epci/200066868",
                "/commune/29001",
                "/commune/29001/simple",
                "/departement/29/lieux",
                "/departement/29/tableau",
                "/departement/29/imprimer",
                "/departement/29/partager",
                "/integrer/departement/29",
            )
        ),
        "/integrer/departement/29?fibre_min=90&table=1&sel=29019",
        "/comparer?ids=commune-29019,commune-29083&fibre_min=90",
    ],
)
def test_every_link_to_verdicts_keeps_the_rule(client: FlaskClient, address: str) -> None:
    text = get(client, address)
    published = re.search(r'<a href="([^"]*)">Revenir à la règle publiée', text)
    left = [] if published is None else [published[1].replace("&amp;", "&")]
    links = {link for link in Outline(text).links if link not in left}
    judged = [link for link in links if re.match(JUDGED, link)]
    assert judged
    assert [link for link in judged if "fibre_min=90" not in link] == []


@pytest.mark.parametrize("address", [page for page in PAGES if not page.startswith("/integrer")])
def test_every_page_dates_its_layers(client: FlaskClient, address: str) -> None:
    text = get(client, address)
    assert "ARCEP, 30 juin 2026" in text
    assert "janvier 2026" in text


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
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=1>', "\x00", "\u202exyz", "\x1b[31m"],
)
def test_hostile_words_are_only_words(client: FlaskClient, hostile: str) -> None:
    for address in ("/recherche", "/departement/29", "/departement/29/tableau"):
        query = dict.fromkeys(("q", "ind", "sel", "lieux", "tri", "ordre", "classe"), hostile)
        response = client.get(address, query_string=query)
        assert response.status_code == 200
        text = response.get_data(as_text=True)
        assert hostile not in text
        assert Outline(text).forbidden == []


def test_the_sources_account_for_rows_and_findings(client: FlaskClient, snapshot_id: str) -> None:
    text = get(client, "/sources").replace("&#39;", "'")
    assert "signe perdu" in text
    assert "Lieux de médiation" in text[text.index('id="manquent"') :]
    assert f"/donnees/{snapshot_id}/quarantine.csv" in text


@pytest.mark.parametrize(
    "address", ["/", "/departement/29", "/integrer/departement/29", "/integrer/epci/200066868"]
)
def test_a_map_of_the_verdict_names_the_need_and_the_demonstration(
    client: FlaskClient, address: str
) -> None:
    shown = get(client, address).partition("<main")[2].partition("</main>")[0]
    assert "besoin approché par le niveau de vie médian (INSEE 2019)" in shown
    # A frame has no header: it says so above its map, besides the line of sources.
    assert shown.count("Données de démonstration") == (2 if "/integrer/" in address else 1)

"""Features as pages: a table that says what is absent, links that lead on."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

ITEMS = "/ogc/collections/communes/items?f=html"


def test_a_page_shows_a_few_properties(client: FlaskClient):
    page = client.get(f"{ITEMS}&limit=3").text
    assert page.count('<tr><th scope="row">') == 3
    assert "Objets 1 à 3 sur 8." in page
    assert "Page suivante" in page
    assert "142\u202f346" in page


def test_a_page_shows_the_properties_that_are_asked(client: FlaskClient):
    page = client.get(f"{ITEMS}&properties=locaux_bloques&limit=1").text
    assert "donnée absente" in page
    assert "(habitants)" not in page


def test_what_is_asked_is_said_and_escaped(client: FlaskClient):
    page = client.get(f"{ITEMS}&nom=<script>alert(1)</script>").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "Aucun objet ne répond à cette demande." in page


def test_beyond_the_end_the_page_says_so(client: FlaskClient):
    assert "Cette page est au-delà des 8" in client.get(f"{ITEMS}&offset=50").text


def test_one_object_shows_everything(client: FlaskClient):
    page = client.get("/ogc/collections/communes/items/29019?f=html").text
    assert "Brest</h1>" in page
    assert 'href="http://localhost/commune/29019"' in page
    assert len(re.findall('<tr><th scope="row">', page)) > 80


def test_an_object_without_a_page_of_its_own(client: FlaskClient):
    address = "/ogc/collections/fibre_history/items/29019-2026-T2-releve?f=html"
    assert client.get(address).status_code == 200


def test_a_list_says_words_and_shares_as_the_pages_do(client: FlaskClient):
    page = client.get(f"{ITEMS}&properties=verdict,taux_couverture_ftth").text
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page)
    assert {"prioritaire", "indéterminé"} <= set(cells)
    assert not {"0", "1", "2", "3", "indetermine"} & set(cells)
    assert any(cell.endswith("\xa0%") for cell in cells)
    assert "(part)" not in page
    assert 'href="/donnees/dictionnaire?table=communes"' in page


def test_an_undecided_class_says_beside_it_whether_the_commune_is_underserved(client: FlaskClient):
    page = client.get(f"{ITEMS}&verdict=indetermine&is_underserved=true").text
    assert "Sous-desservie</th>" in page
    assert "<td>indéterminé</td><td>oui</td>" in page
    assert "<code>is_underserved = true</code>" in page


def test_a_list_says_why_a_value_is_absent(client: FlaskClient):
    page = client.get(f"{ITEMS}&properties=nearest_site_min").text
    assert "donnée absente <span" in page
    assert "Île sans lieu" in page

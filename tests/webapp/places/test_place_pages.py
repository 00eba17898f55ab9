"""Tests of `webapp.places.place_pages`."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from carto.folding import folded
from tests.webapp.outline import get

NBSP = "\u00a0"


def ids(client: FlaskClient, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    return [row["id"] for row in csv.DictReader(io.StringIO(response.get_data(as_text=True)))]


def test_places_are_listed_by_commune(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux").replace("&#39;", "'")
    names = ("Brest</a>", "Crozon</a>", "Ouessant</a>", "Quimper</a>", "Plouaret (hors")
    found = [text.index(name) for name in names]
    assert found == sorted(found)
    assert f"5{NBSP}lieux</strong>, dont 1 hors du territoire" in text


def test_around_a_commune_the_closest_come_first(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux?sel=29232")
    assert f"<h1>Autour de Quimper{NBSP}: où se faire aider</h1>" in text.replace("&nbsp;", NBSP)
    assert "plus loin de Quimper" in text
    assert text.index("Quimper Cornouaille") < text.index("Plouaret")
    assert ids(client, "/departement/29/lieux.csv?sel=29232")[0] == "fs-170"
    assert ids(client, "/departement/29/lieux.csv?sel=29232&tri=commune")[0] == "fs-173"


def test_a_filter_holds_for_the_list_and_for_the_file(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux?itinerant=1")
    assert '<details class="filtrer" open>' in text
    assert '<details class="filtrer">' in get(client, "/departement/29/lieux")
    assert f"1{NBSP}lieu sur 5" in text
    assert "Pontanézen" not in text
    assert ids(client, "/departement/29/lieux.csv?itinerant=1") == ["fs-2046"]


def test_a_place_that_does_not_say_is_counted_apart(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux?samedi=1")
    assert f"0{NBSP}lieu sur 5" in text
    assert f"1{NBSP}autre ne le dit pas" in text
    assert "Demandez à votre mairie" in text


def test_the_state_stays_in_every_link(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux?ind=fibre&itinerant=1&sel=29019")
    assert 'href="/departement/29?ind=fibre&amp;sel=29019&amp;itinerant=1"' in text
    assert 'href="/departement/29/lieux.csv?ind=fibre&amp;sel=29019&amp;itinerant=1"' in text
    assert '<input type="hidden" name="ind" value="fibre">' in text
    assert 'name="itinerant" value="1" checked' in text


@pytest.mark.parametrize("query", ["tri=x", "page=x", "format=x", "samedi=x", "inconnu=1"])
def test_a_bad_value_is_said_and_the_list_stays(client: FlaskClient, query: str) -> None:
    text = get(client, f"/departement/29/lieux?{query}")
    assert 'class="avis"' in text
    assert "Pontanézen" in text


def test_a_territory_that_is_not_there_has_no_list(client: FlaskClient) -> None:
    assert client.get("/departement/75/lieux").status_code == 404
    assert client.get("/departement/75/lieux.csv").status_code == 404


def test_an_epci_has_its_list(client: FlaskClient) -> None:
    assert "Pontanézen" in get(client, "/epci/242900314/lieux")


def test_communes_are_in_the_order_of_the_alphabet_accents_apart(client: FlaskClient) -> None:
    text = get(client, "/departement/29/lieux")
    names = re.findall(r'<option value="29[0-9]{3}"[^>]*>([^<]+)', text)
    assert len(names) > 3
    assert names == sorted(names, key=folded)

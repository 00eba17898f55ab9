"""`/groupe`: a form without JavaScript, from the first commune to the page of the group."""

from __future__ import annotations

from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import Outline
from tests.webapp.sample_rows import CROZON


def test_the_page_asks_for_a_first_commune(client: FlaskClient) -> None:
    answer = client.get("/groupe")
    assert answer.status_code == 200
    assert "Par quelles communes commencer" in answer.text
    assert "Voir le groupe" not in answer.text


def test_the_list_is_shown_with_its_outline_and_its_neighbours(client: FlaskClient) -> None:
    text = client.get("/groupe?communes=29001-29042").text
    assert 'value="29001" checked' in text
    assert "CC Presqu" in text
    assert "<svg" in text
    assert "Communes voisines" in text
    assert 'name="ajout" value="commune-29' in text


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("depart=epci-200066868", "/groupe?communes="),
        ("depart=groupe-29001-29042_Deux_rives", "/groupe?communes=29001-29042&nom=Deux+rives"),
        ("liste=1&c=29042&q=Argol", "/groupe?communes=29001-29042"),
        ("liste=1&c=29042&ajout=commune-29001", "/groupe?communes=29001-29042"),
        ("liste=1&c=29042", "/groupe?communes=29042"),
        ("liste=1", "/groupe"),
        ("liste=1&c=29042&c=29001&voir=1&nom=Deux rives", "/groupe/29001-29042_Deux_rives"),
        ("communes=29001-29042&voir=1", "/groupe/29001-29042"),
        ("liste=1&c=29042&fibre_min=90", "/groupe?communes=29042&fibre_min=90"),
        ("communes=29001-29042&voir=1&fibre_min=90", "/groupe/29001-29042?fibre_min=90"),
    ],
)
def test_a_gesture_leads_to_the_address_of_what_it_made(
    client: FlaskClient, query: str, address: str
) -> None:
    answer = client.get(f"/groupe?{query}")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(address)
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_group_of_one_commune_is_not_shown(client: FlaskClient) -> None:
    answer = client.get("/groupe?liste=1&c=29001&voir=1")
    assert answer.status_code == 200
    assert "Un groupe réunit au moins 2 communes" in answer.text


def test_what_is_not_found_is_said_and_kept_in_the_field(client: FlaskClient) -> None:
    text = client.get("/groupe?liste=1&c=29001&q=Bresst").text
    assert "Bresst" in text
    assert 'value="commune-29019"' in text
    assert 'value="29001" checked' in text


def test_an_unknown_parameter_is_said(client: FlaskClient) -> None:
    assert "couleur" in client.get("/groupe?couleur=1").text


def test_the_ways_in_lead_to_the_page(client: FlaskClient) -> None:
    for path in ("/territoires", "/recherche", "/recherche?q=zzzz"):
        assert 'href="/groupe"' in client.get(path).text
    assert f'href="/groupe?depart=epci-{CROZON[0]}"' in client.get(f"/epci/{CROZON[0]}").text


def test_the_page_of_a_group_leads_back_to_its_list(client: FlaskClient) -> None:
    text = client.get("/groupe/29001-29042").text
    assert 'href="/groupe?depart=groupe-29001-29042"' in text
    assert "Argol" in text


@pytest.mark.parametrize("path", ["/groupe", "/groupe?communes=29001-29042"])
def test_headings_follow_one_another(client: FlaskClient, path: str) -> None:
    outline = Outline(client.get(path).text)
    assert outline.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(outline.headings))
    assert outline.forbidden == []
    assert len(outline.ids) == len(set(outline.ids))

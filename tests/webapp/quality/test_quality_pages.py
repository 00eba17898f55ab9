"""Tests of `webapp.quality.quality_pages`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.outline import get_words
from tests.webapp.published import publish
from webapp.quality.quality_pages import CSV_COLUMNS

PAGE = "/donnees/qualite"


def test_the_page_tells_flaws_places_unknown_values_and_sources(client: FlaskClient) -> None:
    text = get_words(client, PAGE)
    for said in (
        "communes sur 8",
        "Heures d'ouverture estimées",
        "Lieu itinérant aux étapes inconnues",
        "Horaires déclarés et lisibles",
        "La valeur n'est pas diffusée",
        "Lignes lues = publiées",
        "Guerlesquin",
    ):
        assert said in text


def test_a_territory_and_a_flaw_are_in_the_address(client: FlaskClient) -> None:
    text = get_words(client, f"{PAGE}?territoire=epci-242900835&defaut=valeur_absente")
    assert "CA Morlaix Communauté" in text
    assert 'data-code="29067"' in text
    assert 'data-code="29083"' not in text


@pytest.mark.parametrize(
    "query",
    [
        "territoire=departement-99",
        "territoire=commune-29001",
        "territoire=%3Cscript%3E",
        "defaut=lune",
        "page=0",
        "page=x",
        "couleur=bleu",
    ],
)
def test_what_cannot_be_used_is_said_and_left_aside(client: FlaskClient, query: str) -> None:
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert 'class="avis" role="status"' in response.text
    assert "<script>" not in response.text


def test_a_page_beyond_the_last_is_the_last(client: FlaskClient) -> None:
    assert 'data-code="29067"' in get_words(client, f"{PAGE}?page=9")


def test_a_degraded_source_is_told_on_the_page(
    client: FlaskClient, app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    assert "Toutes les sources sont dans leur dernière version" in get_words(client, PAGE)
    late = {"source": "fibre", "since": "2026-07-01", "age_days": 144, "reason": "réponse 503"}
    publish(tmp_path, degraded=[late])
    text = get_words(app_on(tmp_path).test_client(), PAGE)
    assert '<p class="avis">La source « Fibre »' in text


def test_the_file_holds_every_figure(client: FlaskClient) -> None:
    assert client.get(f"{PAGE}.csv?territoire=departement-290").status_code == 400
    assert client.get(f"{PAGE}.csv?territoires=departement-29").status_code == 400
    response = client.get(f"{PAGE}.csv?territoire=departement-29")
    assert response.mimetype == "text/csv"
    assert "qualite-departement-29.csv" in response.headers["Content-Disposition"]
    lines = list(csv.DictReader(io.StringIO(response.text, newline="")))
    assert tuple(lines[0]) == CSV_COLUMNS
    assert {line["rubrique"] for line in lines} == {"verdicts", "lieux", "valeurs absentes"}
    assert {line["territoire"] for line in lines} == {"Finistère"}
    assert all(line["valeur"].isdigit() for line in lines)

"""The page of the activity of a territory: its figures, its sources, its file, its way in."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from tests.demo import Built
from tests.webapp.activity.local_rows import SIREN

DEMO_FIGURES = {
    "Permanences": "65",
    "Personnes reçues": "243",
    "Rendez-vous": "243",
    "Ateliers, stages et points d'information": "31",
    "dont stages": "12",
    "dont ateliers, éclair compris": "15",
    "dont points d'information": "4",
    "Personnes inscrites aux ateliers": "88",
    "Personnes aux points d'information": "54",
    "Hors de la ville-centre": "88,9 % 24 sur 27 ateliers et stages",
    "Communes relais": "11 sur 22 50,0 %",
    "Habitants en commune relais": "donnée absente : le rapport ne dit pas lesquelles",
}


def text_of(fragment: str) -> str:
    """Read what a fragment of a page says."""
    words = html.unescape(re.sub(r"<[^>]+>", " ", fragment))
    return " ".join(words.split())


def table_of(page: str) -> dict[str, str]:
    """Read the yearly table, label → what the cells say."""
    body = re.search(r'<table class="activite">.*?<tbody>(.*?)</tbody>', page, re.S)
    assert body is not None
    rows = re.findall(r"<tr>(.*?)</th>(.*?)</tr>", body[1], re.S)
    return {text_of(label): text_of(cells) for label, cells in rows}


def test_the_report_of_landerneau_daoulas_is_what_its_page_shows(
    built_demo: Built, app_on: Callable[[Path], Flask]
) -> None:
    client = app_on(built_demo.data_dir.path).test_client()
    page = client.get("/epci/242900801/activite").text
    shown = table_of(page)
    for label, figure in DEMO_FIGURES.items():
        assert shown[label] == figure or shown[label].startswith(f"{figure} "), label
        if figure.isdecimal():
            assert re.fullmatch(rf"{figure} [0-9],[0-9]+ pour 1 000 hab\.", shown[label]), label
    assert set(shown) == set(DEMO_FIGURES)
    said = text_of(page)
    assert "65 permanences (243 personnes reçues)" in said
    assert "24 des 27 ateliers et stages ont eu lieu hors de la ville-centre" in said
    assert "11 communes sur 22 sont relais" in said
    assert "Rapport d'activité 2023 de la médiation numérique" in said
    assert "état au 31 décembre 2023" in said
    assert 'href="/epci/242900801/activite"' in client.get("/epci/242900801").text
    of_departement = client.get("/departement/29/activite").text
    assert 'href="/epci/242900801/activite"' in of_departement


def test_a_year_and_a_source_are_a_column(local_client: FlaskClient) -> None:
    page = local_client.get(f"/epci/{SIREN}/activite").text
    titles = re.findall(r'<th scope="col" class="n">(.*?)</th>', page)
    assert titles == ["2022, actions saisies", "2023, rapport", "2023, actions saisies"]
    assert table_of(page)["Heures de toutes ces actions"] == "28 h donnée absente 2 h"
    assert table_of(page)["Personnes inscrites aux ateliers"].startswith("donnée absente 88 ")
    attended = table_of(page)["Participations aux ateliers et stages"]
    assert attended.startswith("donnée absente donnée absente 6 ")
    assert "Ville-centre" in page


def test_the_sentence_of_a_year_names_both_of_its_sources(local_client: FlaskClient) -> None:
    said = text_of(local_client.get(f"/epci/{SIREN}/activite").text)
    assert "En 2023, selon le rapport « Rapport d'essai » : 65 permanences" in said
    assert "En 2023, selon les actions saisies une à une : 1 atelier" in said


def test_the_file_has_every_figure(local_client: FlaskClient) -> None:
    answer = local_client.get(f"/epci/{SIREN}/activite.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    found = {(row["annee"], row["origine"], row["mesure"]): row for row in rows}
    outside = found["2023", "rapport", "hors_ville_centre"]
    assert (outside["valeur"], outside["sur"], outside["page"]) == ("24", "27", "14")
    assert found["2022", "actions", "inscrits"]["valeur"] == ""
    assert found["2022", "actions", "permanences"]["valeur"] == "10"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert local_client.get(f"/epci/{SIREN}/activite.csv?annee=2023").status_code == 400


def test_planned_openings_and_labels_are_shown(local_client: FlaskClient) -> None:
    page = local_client.get("/departement/29/activite").text
    assert "Prévu le 4 janvier 2027" in text_of(page)
    assert "Simuler ces ouvertures" in page
    assert "Pass numérique" in page


def test_a_territory_without_activity_says_how_to_join_some(client: FlaskClient) -> None:
    page = client.get("/epci/242900314/activite").text
    assert "Aucune activité n'est jointe" in html.unescape(page)
    assert "carto import activite --modele" in page
    assert 'href="/epci/242900314/activite"' not in client.get("/epci/242900314").text


def test_a_parameter_that_is_not_known_is_said(local_client: FlaskClient) -> None:
    assert "annee" in text_of(local_client.get(f"/epci/{SIREN}/activite?annee=2023").text)
    assert local_client.get("/epci/999999999/activite").status_code == 404

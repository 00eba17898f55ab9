"""The results of a scenario: there once something changes, on the page and in its order."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get

START = "/scenario?territoire=epci-200066868"


def test_results_come_after_the_map_and_the_changes(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7")
    order = [text.index(f'id="{id_}"') for id_ in ("carte-scenario", "changements", "bilan-titre")]
    assert order == sorted(order)


def test_tables_have_captions_and_a_commune_leads_to_its_page(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7")
    assert text.count("<table") == text.count("<caption") == 4
    assert "/commune/29001" in Outline(text).links


def test_a_removal_shows_who_loses(client: FlaskClient) -> None:
    text = get(client, f"{START}&retrait=fs-2046")
    legend = text[text.index('id="bilan-titre"') :]
    assert "plus de 5\xa0min de plus" in legend
    assert "Certaines y perdent" in legend

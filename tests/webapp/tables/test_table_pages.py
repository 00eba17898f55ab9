"""Tests of `webapp.tables.table_pages`."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get
from tests.webapp.sample import TABLES

TABLE = "/departement/29/tableau"


def rows_of_file(client: FlaskClient, query: str) -> list[str]:
    """Codes of the rows of the file that programs read."""
    text = get(client, f"{TABLE}.csv?{query}&separateur=virgule")
    return [row["code_insee"] for row in csv.DictReader(io.StringIO(text))]


def test_the_table_lists_every_commune_once(client: FlaskClient) -> None:
    rows = Outline(get(client, TABLE)).rows
    assert sorted(rows) == sorted(row["code_insee"] for row in TABLES["communes"])


def test_the_table_sorts_and_filters(client: FlaskClient) -> None:
    by_name = get(client, f"{TABLE}?tri=nom&ordre=decroissant")
    assert Outline(by_name).rows[0] == "29232"
    assert 'aria-sort="descending"' in by_name
    assert Outline(get(client, f"{TABLE}?classe=absente")).rows == ["29067", "29083"]


@pytest.mark.parametrize(
    "query",
    ["", "tri=nom", "classe=2", "q=bre", "verdict=sous-desservies&tri=temps", "ind=fibre&classe=4"],
)
def test_the_file_has_the_rows_of_the_page_in_their_order(client: FlaskClient, query: str) -> None:
    assert rows_of_file(client, query) == Outline(get(client, f"{TABLE}?{query}")).rows


def test_the_count_and_the_filter_are_said(client: FlaskClient) -> None:
    text = (
        get(client, f"{TABLE}?q=brest&pop_min=1000").replace("&nbsp;", " ").replace("\u00a0", " ")
    )
    assert "<strong>1 commune sur 8</strong> : nom contenant « brest », au moins 1" in text
    assert f'href="{TABLE}">Toutes les afficher' in text
    nothing = get(client, f"{TABLE}?q=xyz")
    assert "Aucune ligne ne répond" in nothing
    assert "tableau.csv" not in nothing


def test_the_file_links_to_its_page_and_its_sources(client: FlaskClient) -> None:
    answer = client.get(f"{TABLE}.csv?classe=2")
    assert answer.mimetype == "text/csv"
    assert f'<{TABLE}?classe=2>; rel="canonical"' in answer.headers["Link"]
    assert 'rel="describedby"' in answer.headers["Link"]
    name = re.search('filename="([^"]+)"', answer.headers["Content-Disposition"])
    assert name is not None
    assert name[1].startswith("carto-departement-29-communes-")


def test_the_api_is_offered_only_when_it_filters_as_the_page_does(client: FlaskClient) -> None:
    assert "/api/v1/communes?departement=29&amp;classe=2" in get(client, f"{TABLE}?verdict=2")
    assert "/api/v1/communes?departement=29" in get(client, TABLE)
    for query in ("q=brest", "classe=2", "verdict=sous-desservies"):
        assert "JSON (API)" not in get(client, f"{TABLE}?{query}")


def test_what_is_not_understood_is_said(client: FlaskClient) -> None:
    text = get(client, f"{TABLE}?tri=hasard&verdict=9&pop_min=x&classe=99&couleur=bleu")
    notices = text[text.index('class="avis"') :].partition("</div>")[0]
    assert notices.count("<p>") == 5

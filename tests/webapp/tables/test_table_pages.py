"""Tests of `webapp.tables.table_pages`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get
from tests.webapp.sample import TABLES
from webapp.file_formats import FILE_FORMATS

TABLE = "/departement/29/tableau"


def test_the_table_lists_every_commune_once(client: FlaskClient) -> None:
    rows = Outline(get(client, TABLE)).rows
    assert sorted(rows) == sorted(row["code_insee"] for row in TABLES["communes"])


def test_the_table_sorts_and_filters(client: FlaskClient) -> None:
    by_name = get(client, f"{TABLE}?tri=nom&ordre=decroissant")
    assert Outline(by_name).rows[0] == "29232"
    assert 'aria-sort="descending"' in by_name
    assert Outline(get(client, f"{TABLE}?classe=absente")).rows == ["29067", "29083"]


def test_the_count_and_the_filter_are_said(client: FlaskClient) -> None:
    text = (
        get(client, f"{TABLE}?q=brest&pop_min=1000").replace("&nbsp;", " ").replace("\u00a0", " ")
    )
    assert "<strong>1 commune sur 8</strong> : nom contenant « brest », au moins 1" in text
    assert f'href="{TABLE}">Toutes les afficher' in text
    nothing = get(client, f"{TABLE}?q=xyz")
    assert "Aucune ligne ne répond" in nothing
    assert "tableau.csv" not in nothing


def test_every_format_of_these_rows_is_offered(client: FlaskClient) -> None:
    text = get(client, f"{TABLE}?q=br&tri=nom&ordre=croissant")
    for suffix in FILE_FORMATS:
        assert f'href="{TABLE}.{suffix}?tri=nom&amp;ordre=croissant&amp;q=br"' in text.replace(
            "?q=br&amp;tri=nom&amp;ordre=croissant", "?tri=nom&amp;ordre=croissant&amp;q=br"
        )
    assert "environ" in text


def test_the_api_is_offered_only_when_it_filters_as_the_page_does(client: FlaskClient) -> None:
    assert "/api/v1/communes?departement=29&amp;classe=2" in get(client, f"{TABLE}?verdict=2")
    assert "/api/v1/communes?departement=29" in get(client, TABLE)
    for query in ("q=brest", "classe=2", "verdict=sous-desservies"):
        assert "JSON (API)" not in get(client, f"{TABLE}?{query}")


def test_what_is_not_understood_is_said(client: FlaskClient) -> None:
    text = get(client, f"{TABLE}?tri=hasard&verdict=9&pop_min=x&classe=99&couleur=bleu")
    notices = text[text.index('class="avis"') :].partition("</div>")[0]
    assert notices.count("<p>") == 5

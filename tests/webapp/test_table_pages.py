"""Tests of `webapp.table_pages`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get
from tests.webapp.sample import TABLES


def test_the_table_lists_every_commune_once(client: FlaskClient) -> None:
    rows = Outline(get(client, "/departement/29/tableau")).rows
    assert sorted(rows) == [row["code_insee"] for row in TABLES["communes"]]


def test_the_table_sorts_and_filters(client: FlaskClient) -> None:
    by_name = get(client, "/departement/29/tableau?tri=nom&ordre=decroissant")
    assert Outline(by_name).rows[0] == "29232"
    assert 'aria-sort="descending"' in by_name
    assert Outline(get(client, "/departement/29/tableau?classe=absente")).rows == ["29067", "29083"]

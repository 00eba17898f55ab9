"""Tests of `webapp.tables.asked_table`."""

from __future__ import annotations

from flask import Flask

from webapp.page_state import current_view
from webapp.tables.asked_table import asked_table, kept_words


def test_the_address_decides_the_rows_and_their_order(app: Flask) -> None:
    with app.test_request_context("/departement/29/tableau?q=br&tri=nom&ordre=decroissant"):
        snapshot = current_view()
        asked = asked_table(snapshot, "departement", "29")
        names = [row["nom"] for row in asked.kept]
        assert names == sorted(names, reverse=True)
        assert all("br" in name.lower() for name in names)
        assert kept_words(asked, snapshot).replace("\xa0", " ") == "nom contenant « br »"
        assert asked.query == {"q": "br", "tri": "nom", "ordre": "decroissant"}


def test_what_is_not_understood_filters_nothing_and_is_said(app: Flask) -> None:
    with app.test_request_context("/departement/29/tableau?verdict=9"):
        asked = asked_table(current_view(), "departement", "29")
        assert len(asked.kept) == len(asked.shown.rows)
        assert len(asked.read.notices) == 1

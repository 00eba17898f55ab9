"""Tests of `webapp.tables.table_columns`."""

from __future__ import annotations

from webapp.tables.table_columns import number_of, text_of


def test_a_missing_number_has_no_rank_and_zero_has_one() -> None:
    rank = number_of("need")
    assert (rank({"need": 0.0}), rank({"need": None}), rank({})) == ((0.0,), None, None)


def test_accents_and_capitals_of_a_text_do_not_count() -> None:
    rank = text_of("nom")
    assert rank({"nom": "Île-de-Sein"}) == rank({"nom": "ile de sein"})
    assert rank({"nom": None}) is None

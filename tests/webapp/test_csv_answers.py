"""Tests of `webapp.csv_answers`."""

from __future__ import annotations

from webapp.csv_answers import csv_answer


def test_the_file_is_saved_under_its_name() -> None:
    answer = csv_answer("a\r\n1\r\n", "lieux-departement-29.csv")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="lieux-departement-29.csv"'
    )

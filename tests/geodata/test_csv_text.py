"""Tests of `geodata.csv_text`."""

from __future__ import annotations

import csv
import io

from geodata.csv_text import csv_text


def test_a_reader_of_csv_finds_the_values_again() -> None:
    lines = [("Plouha, « le bourg »", 'dit "le Port"'), ("deux\nlignes", "")]
    text = csv_text(("a", "b"), lines)
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *map(list, lines)]


def test_a_missing_value_is_empty_and_zero_is_zero() -> None:
    assert csv_text(("a", "b", "c"), [(None, 0, 0.0)]) == "a,b,c\r\n,0,0.0\r\n"


def test_no_cell_is_a_formula_and_no_negative_number_a_text() -> None:
    text = csv_text(("a", "b"), [("=HYPERLINK(1)", -1.5)], french=True)
    assert text == "\ufeffa;b\r\n'=HYPERLINK(1);-1,5\r\n"

"""The words over a row stay within the chart, whatever their length."""

from __future__ import annotations

import re

from carto.drawing.charts.row_words import LINE, row_words


def heights(label: str, written: str) -> list[float]:
    """Find where the two texts stand."""
    said, _ = row_words(label, written, 0, 12)
    return [float(re.findall(r' y="([\d.]+)"', one)[0]) for one in said]


def test_short_words_share_a_line() -> None:
    name, value = heights("Pourvue", "12 communes")
    assert name == value


def test_long_words_take_two_and_the_row_goes_down() -> None:
    name, value = heights("Besoin fort, fibre inachevée", "136 363 hab., 12 communes")
    assert value - name == LINE
    assert row_words("Besoin fort, fibre inachevée", "136 363 hab., 12 communes", 0, 12)[1] == LINE

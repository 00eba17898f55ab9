"""The scale of a chart, and its frame."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.charts.frame import Scale, chart, words
from carto.french import NBSP
from tests.carto.drawing.charts.drawn import read


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_a_position_stays_on_the_scale_and_keeps_the_order(one: float, other: float) -> None:
    scale = Scale(-10, 20, 0, 300)
    assert 0 <= scale.at(one) <= 300
    if one <= other:
        assert scale.at(one) <= scale.at(other)


def test_a_scale_of_one_value_puts_it_in_the_middle() -> None:
    assert Scale(5, 5, 0, 100).at(5) == 50


def test_words_are_set_in_french_and_escaped() -> None:
    drawn = read(chart("Seuil : 95 %", [words("A & B : <1>", 0, 0)], 10))
    assert drawn.said == f"Seuil{NBSP}: 95{NBSP}%"
    assert drawn.texts == [f"A & B{NBSP}: <1>"]

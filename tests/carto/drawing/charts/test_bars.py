"""Bars are as long as their counts, and a tornado has two sides."""

from __future__ import annotations

import pytest

from carto.drawing.charts.bars import Bar, Swing, draw_bars, draw_tornado
from carto.drawing.charts.frame import WIDTH
from tests.carto.drawing.charts.drawn import read


def test_bars_are_in_proportion() -> None:
    bars = read(draw_bars("Types", [Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0")]))
    widths = [float(bar["width"]) for bar in bars.all("rect")]
    assert widths[0] == pytest.approx(2 * widths[1])
    assert widths[2] == 0
    assert bars.said.endswith("a\u00a0: 10\u00a0; b\u00a0: 5\u00a0; c\u00a0: 0.")


def test_no_bar_at_all_is_drawn_empty() -> None:
    assert read(draw_bars("Types", [])).all("rect") == []


def test_a_tornado_goes_left_and_right_of_its_middle() -> None:
    swings = [Swing("Temps", 4, 8, "4 et 8"), Swing("Besoin", 0, 2, "0 et 2")]
    drawn = read(draw_tornado("Seuils", swings, "− 10 %", "+ 10 %"))
    left, right, none, little = drawn.all("rect")
    assert float(left["x"]) + float(left["width"]) == pytest.approx(WIDTH / 2, abs=0.2)
    assert float(right["x"]) == WIDTH / 2
    assert float(right["width"]) == pytest.approx(2 * float(left["width"]), abs=0.2)
    assert float(none["width"]) == 0
    assert float(little["width"]) > 0
    assert "Temps\u00a0: 4 et 8" in drawn.said

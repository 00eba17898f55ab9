"""Territories stand on one line at their value, each by its own shape."""

from __future__ import annotations

import pytest

from carto.drawing.charts.strip import SHAPES, SIDE, Dot, draw_strip
from tests.carto.drawing.charts.drawn import read

DOTS = [
    Dot("Ici", 50, "50 %"),
    Dot("Finistère", 75, "75 %", "losange"),
    Dot("France", 0, "0 %", "triangle"),
    Dot("Comparables", 120, "120 %", "carré"),
]


def test_each_stands_at_its_value_and_beyond_at_the_end() -> None:
    drawn = read(draw_strip("Fibre", DOTS, (0, 100)))
    assert float(drawn.all("circle")[0]["cx"]) == SIDE / 2
    shapes = [path["d"] for path in drawn.all("path") if path["fill"] != "none"]
    starts = sorted(float(shape.split()[0][1:]) for shape in shapes)
    assert starts == [10, pytest.approx(235), pytest.approx(304)]
    assert len(set(SHAPES)) == len(DOTS)


def test_who_does_not_see_it_is_told_the_values() -> None:
    said = read(draw_strip("Fibre", DOTS, (0, 100))).said
    assert said.startswith("Fibre. Ici\u00a0: 50\u00a0%\u00a0; Finistère\u00a0: 75\u00a0%")


def test_a_threshold_is_a_tick() -> None:
    without, marked = (draw_strip("Fibre", DOTS, (0, 100), tick) for tick in (None, 95.0))
    assert len(read(marked).all("path")) == len(read(without).all("path")) + 1

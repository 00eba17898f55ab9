"""Intervals: one row each, a bar as long as the range, a dot at the value."""

from __future__ import annotations

import pytest

from carto.drawing.charts.frame import WIDTH
from carto.drawing.charts.intervals import EDGE, Interval, draw_intervals
from tests.carto.drawing.charts.drawn import read

ROOM = WIDTH - 2 * EDGE
ROWS = [
    Interval("Rang", 10, 30, 15, "15, de 10 à 30"),
    Interval("Encadré", 0, 50, None, "de 0 à 50"),
]


def test_bars_are_as_long_as_the_ranges() -> None:
    bars = read(draw_intervals("Rangs", ROWS, (0, 100))).all("rect")
    assert [float(bar["width"]) for bar in bars] == pytest.approx([0.2 * ROOM, 0.5 * ROOM], abs=0.2)


def test_a_value_is_a_dot_and_an_unknown_one_is_none() -> None:
    (dot,) = read(draw_intervals("Rangs", ROWS, (0, 100))).all("circle")
    assert float(dot["cx"]) == pytest.approx(EDGE + 0.15 * ROOM, abs=0.1)


def test_everything_is_said() -> None:
    drawn = read(draw_intervals("Rangs", ROWS, (0, 100), (20, "seuil")))
    assert all(row.written in drawn.texts for row in ROWS)
    assert "15, de 10 à 30" in drawn.said
    assert "seuil" in drawn.texts


def test_a_range_without_width_can_be_seen() -> None:
    (bar,) = read(draw_intervals("Un", [Interval("a", 5, 5, 5, "5")], (0, 10))).all("rect")
    assert float(bar["width"]) > 0


def test_a_value_too_long_for_its_line_goes_under_the_name() -> None:
    long = Interval("Un nom de ligne assez long", 0, 1, None, "une valeur assez longue aussi")
    drawn, short = (
        read(draw_intervals("Un", [long], (0, 1))),
        read(draw_intervals("Un", ROWS, (0, 50))),
    )
    name, value = (float(text["y"]) for text in drawn.all("text"))
    assert value > name
    assert len({float(text["y"]) for text in short.all("text")}) == len(ROWS)

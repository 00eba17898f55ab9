"""Dumbbell: lettered pins on one axis, apart when they would overlap."""

from __future__ import annotations

import pytest

from carto.drawing.charts.dumbbell import LANE, Axis, Pin, draw_dumbbell, pin_colour
from carto.drawing.contrast import LEAST_FOR_TEXT, contrast_ratio
from tests.carto.drawing.charts.drawn import Drawn, read

AXIS = Axis(0, 100, ("0 %", "100 %"), (95, "seuil 95 %"))


def pins(*values: float | None) -> list[Pin]:
    return [
        Pin("ABCD"[rank], f"Lieu {rank}", value, "donnée absente" if value is None else f"{value}")
        for rank, value in enumerate(values)
    ]


def discs(drawn: Drawn) -> list[tuple[float, float]]:
    """Centres of the lettered discs, from left to right."""
    found = [one for one in drawn.all("circle") if one["r"] == "11"]
    return [(float(one["cx"]), float(one["cy"])) for one in found]


def test_pins_stand_at_their_values() -> None:
    drawn = read(draw_dumbbell("Fibre", pins(100, 0, 50), AXIS))
    assert [x for x, _ in discs(drawn)] == pytest.approx([16, 160, 304])
    assert drawn.texts[:4] == ["seuil 95\u00a0%", "B", "C", "A"]


def test_pins_that_would_touch_stand_one_above_the_other() -> None:
    heights = [y for _, y in discs(read(draw_dumbbell("Fibre", pins(50, 51, 52, 90), AXIS)))]
    assert heights == pytest.approx(
        [heights[3], heights[3] - LANE, heights[3] - 2 * LANE, heights[3]]
    )


def test_an_absent_value_has_no_pin_and_is_said() -> None:
    drawn = read(draw_dumbbell("Fibre", pins(None, 40), AXIS))
    assert len(discs(drawn)) == 1
    assert "Lieu 0 : donnée absente" in drawn.said.replace("\u00a0", " ")


def test_the_line_joins_the_extremes() -> None:
    (bar,) = [p for p in read(draw_dumbbell("x", pins(20, 80, 50), AXIS)).all("path")
              if p.get("stroke-width") == "7"]  # fmt: skip
    assert bar["d"].startswith("M73.6 ")
    assert "L246.4 " in bar["d"]


def test_references_are_shapes_without_letters() -> None:
    without = read(draw_dumbbell("x", pins(20, 80), AXIS))
    drawn = read(draw_dumbbell("x", pins(20, 80), AXIS, pins(50, None)))
    assert len(drawn.all("path")) == len(without.all("path")) + 1
    assert len(discs(drawn)) == 2


@pytest.mark.parametrize("letter", "ABCD")
def test_letters_are_legible(letter: str) -> None:
    assert contrast_ratio(pin_colour(letter)) >= LEAST_FOR_TEXT

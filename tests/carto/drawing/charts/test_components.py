"""Each part is drawn inside the most that its weight lets it add."""

from __future__ import annotations

import pytest

from carto.drawing.charts.components import Component, draw_components
from tests.carto.drawing.charts.drawn import read

PARTS = [
    Component("Offre", 20, 40, "20 sur 40"),
    Component("Besoin", 0, 30, "0 sur 30"),
    Component("Fibre", 30, 30, "30 sur 30"),
]


def test_bars_and_their_frames_share_one_scale() -> None:
    drawn = read(draw_components("Score", PARTS))
    widths = [float(rect["width"]) for rect in drawn.all("rect")]
    frames, bars = widths[0::3], widths[1::3]
    assert bars[0] == pytest.approx(frames[0] / 2)
    assert frames[1] == pytest.approx(frames[0] * 3 / 4)
    assert bars[1] == 0
    assert bars[2] == frames[2]
    assert "Offre\u00a0: 20 sur 40" in drawn.said


def test_parts_of_no_weight_are_drawn_empty() -> None:
    rects = read(draw_components("Score", [Component("Offre", 0, 0, "0")])).all("rect")
    assert {rect["width"] for rect in rects} == {"0"}

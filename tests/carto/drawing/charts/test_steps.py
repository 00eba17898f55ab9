"""Steps add up, and one that adds nothing draws nothing."""

from __future__ import annotations

import pytest

from carto.drawing.charts.steps import StepBar, draw_steps
from tests.carto.drawing.charts.drawn import read


def test_each_step_starts_where_the_one_before_ended() -> None:
    drawn = read(draw_steps("Gain", [StepBar("1", 10, "10 %"), StepBar("2", 15, "15 %")]))
    first, before, added = drawn.all("rect")
    assert float(before["width"]) == pytest.approx(float(first["width"]), abs=0.1)
    assert float(added["x"]) == pytest.approx(float(before["x"]) + float(before["width"]), abs=0.2)
    assert float(first["width"]) == pytest.approx(2 * float(added["width"]), abs=0.2)
    assert drawn.said.endswith("1\u00a0: 10\u00a0%\u00a0; 2\u00a0: 15\u00a0%.")


def test_a_step_that_adds_nothing_has_no_dark_bar() -> None:
    drawn = read(draw_steps("Gain", [StepBar("1", 10, "10"), StepBar("2", 10, "10")]))
    assert len(drawn.all("rect")) == 2


def test_nothing_gained_at_all_is_drawn_empty() -> None:
    assert read(draw_steps("Gain", [StepBar("1", 0, "0")])).all("rect") == []

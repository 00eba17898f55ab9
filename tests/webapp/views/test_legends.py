"""Tests of `webapp.views.legends`."""

from __future__ import annotations

from carto.drawing.indicator import Indicator
from tests.webapp.sample import Row
from webapp.views.legends import legend_lines


def test_counts_add_up_and_missing_is_a_line_of_its_own(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    lines = legend_lines(indicators["verdict"], list(communes.values()))
    counts = [int(line.communes.split("\u00a0")[0]) for line in lines]
    assert sum(counts) == len(communes)
    assert [line.is_missing for line in lines] == [False] * 4 + [True]
    assert lines[-1].communes == "2\u00a0communes"
    assert lines[-1].index == ""


def test_bars_are_shares_of_the_communes(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    lines = legend_lines(indicators["verdict"], list(communes.values()))
    assert lines[1].bar == round(100 * 3 / 8)

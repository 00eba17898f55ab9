"""The words of marks stay within the chart, and no line of another mark crosses them."""

from __future__ import annotations

import pytest

from carto.drawing.charts.mark_labels import lay_labels

WIDTH = 300.0
SAID = ("Finistère : 90,2 %", "seuil : 95 %")


@pytest.mark.parametrize("here", range(10, 291, 20))
@pytest.mark.parametrize("threshold", [10, 60, 150, 240, 276, 290])
def test_words_stay_within_and_uncrossed(here: float, threshold: float) -> None:
    rows = lay_labels([(here, SAID[0]), (threshold, SAID[1])], WIDTH)
    assert sorted(label.index for label in rows) == [0, 1]
    assert all(0 <= label.start <= label.end <= WIDTH for label in rows)
    above, below = rows
    assert above.at == below.at or not below.start < above.at < below.end


def test_words_wider_than_the_chart_start_at_its_edge() -> None:
    [label] = lay_labels([(40, "un nom bien plus long que le dessin ne l'est : 3,2 %")], WIDTH)
    assert label.start == 0


def test_no_mark_no_words() -> None:
    assert lay_labels([], WIDTH) == []

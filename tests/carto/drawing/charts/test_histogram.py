"""Every value is in a bar, bars are of a round step, and a mark stands at its value."""

from __future__ import annotations

import pytest

from carto.drawing.charts.histogram import SIDE, Mark, count_bars, draw_histogram
from tests.carto.drawing.charts.drawn import read

RATES = [(float(rate), "#111111" if rate < 95 else "#eeeeee") for rate in range(10, 101)]


def test_every_value_is_counted_once() -> None:
    counted = count_bars(RATES)
    assert sum(bar.total for bar in counted.bars) == len(RATES)
    assert counted.ends == (10, 100)
    assert not counted.is_open


def test_a_value_on_a_bound_is_on_the_side_of_its_class() -> None:
    values = [(minutes, "#111111") for minutes in (0.5, 5.0, 10.0, 20.0)]
    right_open = count_bars(values).bars
    left_open = count_bars(values, is_left_open=True).bars
    assert [bar.low for bar in right_open if bar.total] == [0, 5, 10, 19]
    assert [bar.high for bar in left_open if bar.total] == [1, 5, 10, 20]


def test_whole_numbers_have_a_bar_each() -> None:
    values = [(float(score), "#111111") for score in (2, 2, 9, 10)]
    counted = count_bars(values, is_left_open=True)
    assert [(bar.low, bar.total) for bar in counted.bars if bar.total] == [(2, 2), (9, 1), (10, 1)]
    texts = read(draw_histogram("Besoin", counted, "sur 10")).texts
    assert [text for text in texts if text.startswith(("2", "10"))] == ["2 sur 10", "10 sur 10"]


def test_a_bar_across_a_bound_has_both_colours() -> None:
    bars = count_bars([(93.0, "#111111"), (93.5, "#eeeeee"), (20.0, "#111111")]).bars
    assert bars[-1].counts == (("#111111", 1), ("#eeeeee", 1))


def test_what_lies_far_beyond_is_gathered_in_the_last_bar() -> None:
    values = [(value / 10, "#111111") for value in range(100)] + [(500.0, "#111111")]
    counted = count_bars(values)
    assert counted.is_open
    assert counted.ends[1] == 10
    assert counted.bars[-1].total > 1
    drawn = read(draw_histogram("Offre", counted, "h"))
    assert "10\u00a0h et plus" in [text.replace(" h", "\u00a0h") for text in drawn.texts]


def test_one_value_alone_is_a_bar() -> None:
    assert [bar.total for bar in count_bars([(12.0, "#111111")] * 3).bars] == [3]


def test_a_mark_stands_at_its_value_and_is_said() -> None:
    counted = count_bars(RATES)
    marks = [Mark(55, "ici : 55 %"), Mark(95, "seuil : 95 %", is_here=False), Mark(400, "loin")]
    drawn = read(draw_histogram("Fibre", counted, "%", marks))
    xs = [float(path["d"].split()[0][1:]) for path in drawn.all("path") if "V" in path["d"]]
    assert sorted(xs) == [SIDE / 2, pytest.approx(274.4, abs=0.2), SIDE - 10]
    assert "ici\u00a0: 55\u00a0%" in drawn.said
    assert "seuil\u00a0: 95\u00a0%" in drawn.texts

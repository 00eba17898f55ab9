"""A measure before and after: hollow then full, joined, and said."""

from __future__ import annotations

from carto.drawing.charts.shift import draw_shift


def test_before_is_hollow_and_after_is_full() -> None:
    drawn = draw_shift("Habitants loin", (800.0, 200.0), ("800", "200"), (0.0, 1000.0))
    first, second = drawn.split("<circle")[1:]
    assert 'fill="#ffffff"' in first
    assert 'fill="#0f5361"' in second
    assert "Avant\xa0: 800\xa0; après\xa0: 200." in drawn
    assert "l-7 6l7 6" in drawn, "the arrow points down the axis"


def test_what_does_not_change_has_no_way() -> None:
    assert "l7 6" not in draw_shift("Médiane", (0.5, 0.5), ("0,5", "0,5"), (0.0, 1.0))

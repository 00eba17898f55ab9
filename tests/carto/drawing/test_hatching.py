"""Hatches: one for the worst class, one for missing data, told apart by their angle."""

from __future__ import annotations

from carto.drawing import hatching
from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.legend import legend


def test_only_the_worst_class_and_missing_data_are_hatched(rows) -> None:
    entries = legend(INDICATORS["fibre"], rows)
    fills = [hatching.fill(entry, "c") for entry in entries]
    assert fills[0] == "url(#c-pire)"
    assert fills[-1] == "url(#c-absente)"
    assert fills[1:-1] == [shown.colour for shown in INDICATORS["fibre"].classes[1:]]
    markup = hatching.patterns(entries, "c")
    assert "rotate(45)" in markup
    assert "rotate(-45)" in markup

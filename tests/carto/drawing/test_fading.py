"""All classes of a map but one fade, the units without a class among them."""

from __future__ import annotations

from carto.drawing.fading import fade_others

MAP = '<svg><g class="communes"><g data-classe="1"/><g data-classe="11"/><g data-classe=""/></g>'


def test_the_class_that_is_kept_is_left_as_it_was() -> None:
    faded = fade_others(MAP, 1)
    assert '<g data-classe="1"/>' in faded
    assert faded.count("opacity") == 2


def test_units_without_a_class_can_be_kept() -> None:
    faded = fade_others(MAP, None)
    assert '<g data-classe=""/>' in faded
    assert faded.count("opacity") == 2
    assert '<g class="communes">' in faded

"""Contrast of colours: the values that WCAG gives, and what darkening keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.contrast import contrast_ratio, darker, is_colour

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#ff0000", 4.0), ("#0000ff", 8.59), ("#008000", 5.14), ("#808080", 3.95)],
)
def test_known_contrasts_with_white(colour: str, expected: float) -> None:
    assert contrast_ratio(colour) == pytest.approx(expected, abs=0.01)


@given(colours, colours)
def test_the_order_of_two_colours_does_not_matter(one: str, other: str) -> None:
    assert contrast_ratio(one, other) == contrast_ratio(other, one)
    assert 1 <= contrast_ratio(one, other) <= 21


@given(colours, st.floats(0, 1))
def test_darkening_never_lowers_the_contrast_with_white(colour: str, by: float) -> None:
    assert is_colour(darker(colour, by))
    assert contrast_ratio(darker(colour, by)) >= contrast_ratio(colour)

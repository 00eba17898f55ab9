"""Counts as circles: one scale for all maps, nothing for a zero or for what is missing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.circles import draw_circles, draw_key, radius
from carto.drawing.indicators.classification import INDICATORS

LEFT = INDICATORS["reste"]


def radii(markup):
    return [float(found) for found in re.findall(r'r="([\d.]+)"', markup)]


@given(st.integers(0, 10**6), st.integers(2, 9))
def test_the_area_is_in_proportion_to_the_count(count, times) -> None:
    assert radius(times * count) ** 2 == pytest.approx(times * radius(count) ** 2)


def test_circles_are_drawn_largest_first_and_none_for_zero_or_missing(shapes, make_row) -> None:
    counts = {"29001": 40, "29002": 1000, "29003": 0, "29004": None}
    rows = [make_row(code, locaux_restants=count) for code, count in counts.items()]
    assert radii(draw_circles(shapes, LEFT, rows)) == [10, 2]


def test_a_commune_without_a_shape_has_no_circle(shapes, make_row) -> None:
    assert radii(draw_circles(shapes, LEFT, [make_row("75056", locaux_restants=9)])) == []


def test_only_counts_of_communes_have_circles(shapes, make_row) -> None:
    rows = [make_row(locaux_restants=9)]
    assert draw_circles(shapes, INDICATORS["fibre"], rows) == ""
    assert draw_key(INDICATORS["fibre"], 0, 0) == ""


def test_the_key_says_its_counts() -> None:
    key = draw_key(LEFT, 250, 900)
    assert radii(key) == [3.2, 10, 17.3]
    assert "3\u202f000\xa0locaux" in key

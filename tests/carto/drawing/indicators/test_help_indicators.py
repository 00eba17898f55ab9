"""Help on a map: the same cut under other bounds, words faithful to them."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.classification import INDICATORS


@pytest.mark.parametrize(
    ("key", "column", "value", "bounds", "expected"),
    [
        ("temps", "nearest_site_min", 7.0, (7.0, 12.0), 0),
        ("temps", "nearest_site_min", 12.5, (7.0, 12.0), 2),
        ("acces", "accessibility", 0.4, (0.4, 1.0), 1),
        ("besoin", "need", 6, (6.0, 8.0), 1),
    ],
)
def test_other_bounds_cut_by_the_same_rule(key, column, value, bounds, expected) -> None:
    classify, _ = INDICATORS[key].scale.cut(bounds)
    assert classify({column: value}) == expected


def test_words_stay_on_their_side_of_other_bounds() -> None:
    _, write = INDICATORS["temps"].scale.cut((12.0,))
    assert write({"nearest_site_min": 12.02}) == "12,02\xa0min"


def test_the_number_is_absent_when_it_is_only_bounded() -> None:
    row = {"accessibility": None, "accessibility_low": 0.1, "accessibility_high": 0.2}
    assert INDICATORS["acces"].scale.number(row) is None

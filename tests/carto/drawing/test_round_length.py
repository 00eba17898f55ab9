"""Tests of `carto.drawing.round_length`."""

from __future__ import annotations

import pytest

from carto.drawing.round_length import round_length


@pytest.mark.parametrize(
    ("kilometres", "length"), [(1, 1), (4.9, 2), (5, 5), (99, 50), (100, 100), (0.3, 0.2)]
)
def test_it_is_round_and_fits(kilometres: float, length: float) -> None:
    assert round_length(kilometres) == pytest.approx(length)

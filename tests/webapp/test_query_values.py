"""A box holds what is on its edge, and nothing beyond."""

from __future__ import annotations

import pytest

from webapp.query_values import BBox


@pytest.mark.parametrize(
    ("longitude", "latitude", "is_held"),
    [(-5.0, 48.0, True), (-4.0, 49.0, True), (-3.999, 48.5, False), (-4.5, 49.001, False)],
)
def test_edges_are_held(longitude: float, latitude: float, is_held: bool) -> None:
    assert BBox(-5, 48, -4, 49).holds(longitude, latitude) is is_held

"""Tests of `webapp.snapshots.nearby_points`."""

from __future__ import annotations

from typing import Any

import pytest

from webapp.snapshots.nearby_points import NearbyPoints

QUIMPER = {"longitude": -4.09602, "latitude": 47.99597, "code_insee": "29232"}
BREST = {"longitude": -4.48599, "latitude": 48.39029, "code_insee": "29019"}
OUESSANT = {"longitude": -5.09570, "latitude": 48.45944, "code_insee": "29155"}
ROWS: dict[str, dict[str, Any]] = {"quimper": QUIMPER, "brest": BREST, "ouessant": OUESSANT}


def test_the_closest_come_first_with_their_distances() -> None:
    found = NearbyPoints(ROWS).nearest(BREST, 2)
    assert [key for key, _ in found] == ["brest", "ouessant"]
    assert found[0][1] == 0
    assert found[1][1] == pytest.approx(45.7, abs=0.2)


def test_a_distance_is_close_to_that_of_the_legal_projection() -> None:
    # Brest to Quimper, 52.6 km in Lambert-93
    found = dict(NearbyPoints(ROWS).nearest(BREST, 3))
    assert found["quimper"] == pytest.approx(52.5, rel=0.003)


def test_no_road_leads_to_an_island() -> None:
    points = NearbyPoints(ROWS)
    assert [key for key, _ in points.nearest(BREST, 3, landmass="continent")] == [
        "brest",
        "quimper",
    ]
    assert points.nearest(BREST, 3, landmass="Corse") == []


def test_equal_distances_keep_the_order_of_the_rows() -> None:
    twins = {"a": BREST, "b": BREST, "c": BREST}
    assert [key for key, _ in NearbyPoints(twins).nearest(QUIMPER, 2)] == ["a", "b"]


def test_no_row_is_no_answer() -> None:
    assert NearbyPoints({}).nearest(BREST, 3) == []
    assert NearbyPoints({}).nearest(BREST, 3, landmass="continent") == []

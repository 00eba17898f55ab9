"""Tests of `carto.planning.grounds.ground`: times to new points, and the pull of places."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.grounds.ground import GroundPoints, weights_of
from carto.verdict.parameters import Catchment
from tests.carto.planning.small_ground import points_at, small_ground


def test_a_time_is_the_estimate_not_under_that_inside_the_commune() -> None:
    ground = small_ground()
    found = ground.minutes_to(points_at(0.2, 10))
    assert found[0].tolist() == pytest.approx([2 + 60 * 1.3 / 45, 2 + 60 * 1.3 * 10 / 45])
    assert ground.minutes_between()[2, 0] == pytest.approx(2 + 60 * 1.3 * 20 / 45)


def test_nobody_crosses_water() -> None:
    ground = small_ground()
    island = GroundPoints(np.zeros(1), np.zeros(1), np.array(["Ouessant"]))
    assert np.isinf(ground.minutes_to(island)).all()
    assert (weights_of(ground.minutes_to(island), Catchment()) == 0).all()


def test_weights_are_those_of_the_times_of_today() -> None:
    ground = small_ground()
    assert ground.weights.tolist() == weights_of(ground.minutes, ground.catchment).tolist()
    assert ground.weights[0].tolist() == [1.0, 1.0, 0.0]


def test_no_point_is_far_from_nothing() -> None:
    assert small_ground().minutes_to(points_at()).shape == (5, 0)

"""The crow-fly estimate of a time: its formula, and its floor."""

from __future__ import annotations

import numpy as np
import pytest

from carto.measures.crow_fly_time import intra_communal_km, minutes
from carto.verdict.parameters import Travel

TRAVEL = Travel()


def test_the_formula() -> None:
    assert minutes(np.array([9.0]), np.array([0.0]), TRAVEL)[0] == pytest.approx(2 + 60 * 1.3 / 5)


def test_a_commune_is_not_at_no_distance_of_its_own_place() -> None:
    floor = intra_communal_km(np.array([16.0]), TRAVEL)
    assert floor[0] == pytest.approx(0.5 * 2 / 3 * (16 / np.pi) ** 0.5)
    assert minutes(np.array([0.0]), floor, TRAVEL)[0] > TRAVEL.t0_min
    assert minutes(np.array([9.0]), floor, TRAVEL) == minutes(np.array([9.0]), 0 * floor, TRAVEL)


def test_without_a_way_there_is_no_time() -> None:
    assert minutes(np.array([np.inf]), np.array([1.0]), TRAVEL)[0] == np.inf

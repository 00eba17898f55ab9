"""Near-equivalents: as good within one in a hundred, never what brings next to nothing."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.siting.alternatives import alternatives, brought
from carto.planning.siting.everybody import AllCovered
from carto.planning.siting.shortfall import Shortfall


def apart(*gains: float) -> Shortfall:
    """Communes that each have a candidate of their own, which brings so much."""
    size = len(gains)
    return Shortfall(
        np.full(size, 900.0), np.full(size, 1000.0), np.diag(gains), np.full(size, True)
    )


def test_what_could_stand_for_a_chosen_one_is_listed_the_best_first() -> None:
    problem = apart(1.0, 0.992, 0.98, 0.995)
    found = alternatives(problem, np.array([1, 0, 0, 0]))
    assert {position: near.tolist() for position, near in found.items()} == {0: [3, 1]}


def test_chosen_ones_stand_for_nobody() -> None:
    found = alternatives(apart(1.0, 1.0, 1.0), np.array([1, 1, 0]))
    assert {position: near.tolist() for position, near in found.items()} == {0: [2], 1: [2]}


def test_both_half_days_move_together() -> None:
    problem = Shortfall(
        np.array([2.0, 1.0]), np.full(2, 1000.0), np.diag([1.0, 1.0]), np.full(2, True)
    )
    assert alternatives(problem, np.array([2, 0]))[0].tolist() == []


def test_what_brings_next_to_nothing_does_not_stand_for_a_small_gain() -> None:
    found = alternatives(apart(100.0, 0.5, 0.0, 0.3, 0.2), np.array([1, 1, 0, 0, 0]))
    assert found[1].tolist() == [3]


def test_all_is_all() -> None:
    size = 300
    minutes = np.full((size, 3), 50.0)
    minutes[:, 0], minutes[1:, 1], minutes[:, 2] = 5.0, 5.0, 5.0
    every = np.ones(size)
    problem = AllCovered(minutes, np.full(size, 50.0), every, every > 0, 20.0)
    assert alternatives(problem, np.array([1, 0, 0]))[0].tolist() == [2]


def test_what_a_chosen_one_brings_is_what_is_lost_without_it() -> None:
    problem = apart(1.0, 0.5)
    assert brought(problem, np.array([1, 1])) == pytest.approx({0: 1.0, 1: 0.5})

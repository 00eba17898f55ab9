"""Ties: costs that settle them and nothing else."""

from __future__ import annotations

import numpy as np

from carto.planning.siting.ties import SHARE, first_least, tie_costs


def test_later_candidates_cost_more_and_all_cost_next_to_nothing() -> None:
    costs = tie_costs(np.full(5, 3500.0))
    assert (np.diff(costs) > 0).all()
    assert 0 < costs.min() < costs.max() == SHARE * 3500


def test_nothing_to_gain_costs_nothing() -> None:
    assert tie_costs(np.zeros(3)).tolist() == [0, 0, 0]
    assert tie_costs(np.zeros(0)).size == 0


def test_rounding_does_not_tell_losses_apart() -> None:
    assert first_least(np.array([2.0, 1 + 1e-12, 1.0])) == 1
    assert first_least(np.array([2.0, 1.001, 1.0])) == 2
    assert first_least(np.array([np.inf, np.inf])) == 0

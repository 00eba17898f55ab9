"""Backtest: on a rollout of known hazard the hazard is unbiased, and a straight line promises."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.measures.backtest import METHODS, Score, choose_kappa, past_errors, score
from carto.verdict.parameters import Projection
from tests.carto.measures.panel import rollout, simulated

PANEL = simulated(600, 14)
LATE = 2


def scored(method: str, horizon: int = 4) -> Score:
    return score(past_errors(PANEL, METHODS[method], (horizon,), Projection()), horizon, LATE)


def test_the_hazard_drawn_to_its_group_is_unbiased_near_the_end() -> None:
    found = scored("shrunken")
    assert found.forecasts > 3000
    assert abs(found.bias) < 0.002


def test_a_straight_line_promises_too_much_near_the_end() -> None:
    assert scored("linear").bias < -0.004
    assert scored("linear").mae > scored("shrunken").mae


def test_nothing_changes_is_too_prudent() -> None:
    assert scored("unchanged").bias > 0.02


def test_shrinkage_helps_where_few_premises_tell_the_pace() -> None:
    assert scored("shrunken").mae < scored("hazard").mae


def test_every_quarter_that_can_be_an_origin_is_one() -> None:
    counts = np.array([[10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]])
    errors = past_errors(
        rollout(np.array([100.0]), counts), METHODS["linear"], (1, 2), Projection()
    )
    assert errors.horizon.tolist() == [1, 2, 1]
    assert errors.stage.tolist() == [1, 1, 1]
    np.testing.assert_allclose(errors.error, 0.0, atol=1e-12)


def test_a_straight_line_never_goes_down_nor_above_one() -> None:
    counts = np.array([[99.0, 98.0, 97.0, 96.0, 95.0, 95.0], [60.0, 70.0, 80.0, 90.0, 99.0, 99.0]])
    seen = rollout(np.array([100.0, 100.0]), counts)
    calm = Projection(revision_share=1.0, revision_premises=100)
    errors = past_errors(seen, METHODS["linear"], (1,), calm)
    np.testing.assert_allclose(errors.error, [0.0, -0.01], atol=1e-12)


def test_a_forecast_across_two_definitions_does_not_count() -> None:
    counts = np.arange(10.0, 80.0, 10.0)[None, :]
    seen = replace(rollout(np.array([100.0]), counts), denominators=np.array([1] * 6 + [2]))
    assert past_errors(seen, METHODS["linear"], (1, 2), Projection()).horizon.tolist() == [1]


def test_too_short_a_rollout_forecasts_nothing() -> None:
    seen = rollout(np.array([100.0]), np.array([[10.0, 20.0, 30.0]]))
    errors = past_errors(seen, METHODS["linear"], (1,), Projection())
    assert score(errors, 1).forecasts == 0
    assert np.isnan(score(errors, 1).mae)
    with pytest.raises(ValueError, match="no forecast"):
        choose_kappa(seen, (0.0, 100.0), 1, Projection())


def test_kappa_is_the_one_of_the_grid_that_errs_least() -> None:
    grid = (0.0, 10.0, 100.0, 1000.0, 1e6)
    chosen = choose_kappa(PANEL, grid, 4, Projection())
    assert 0.0 < chosen < 1e6
    found = {
        kappa: score(
            past_errors(PANEL, METHODS["shrunken"], (4,), replace(Projection(), kappa=kappa)), 4
        ).mae
        for kappa in grid
    }
    assert found[chosen] == min(found.values())

"""Bands of errors: exact ranks, from other départements, as wide as they say."""

from __future__ import annotations

import numpy as np
import pytest

from carto.measures.backtest import PastErrors, past_errors, shrunken, stage_of
from carto.measures.error_bands import error_bands
from carto.verdict.parameters import Projection
from tests.carto.measures.panel import simulated


def errors_of(*errors: tuple[int, list[float]], horizon: int = 1, stage: int = 2) -> PastErrors:
    """Make past errors, by département."""
    values = [value for _, found in errors for value in found]
    departements = [code for code, found in errors for _ in found]
    whole = np.full(len(values), 1, dtype=np.int64)
    return PastErrors(np.array(values), horizon * whole, stage * whole, np.array(departements))


def test_the_band_is_that_of_the_others() -> None:
    nine = [0.0105, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.0905]
    bands = error_bands(errors_of((0, nine), (1, [0.5] * 50)), 3, 1)
    low, high = bands.of(np.array([0, 1, 2]), np.array([2, 2, 2]))
    np.testing.assert_allclose(low[:, 0], [0.5, 0.01, 0.06])
    np.testing.assert_allclose(high[:, 0], [0.501, 0.091, 0.501])


def test_ends_are_rounded_outwards() -> None:
    bands = error_bands(errors_of((0, [-0.01234] * 20)), 2, 1)
    assert bands.low[1, 0, 2] == pytest.approx(-0.013)
    assert bands.high[1, 0, 2] == pytest.approx(-0.012)


@pytest.mark.parametrize(("count", "is_known"), [(8, False), (9, True)])
def test_too_few_errors_make_no_band(count: int, is_known: bool) -> None:
    bands = error_bands(errors_of((0, [0.01] * count)), 2, 2)
    assert np.isnan(bands.low[0]).all()
    assert np.isnan(bands.low[1, 0, 2]) != is_known
    assert np.isnan(bands.low[1, 1]).all()
    assert np.isnan(bands.low[1, 0, :2]).all()


def test_errors_beyond_a_whole_rate_are_kept_at_the_end() -> None:
    bands = error_bands(errors_of((0, [-3.0] * 10 + [3.0] * 10)), 2, 1)
    assert (bands.low[1, 0, 2], bands.high[1, 0, 2]) == (-1.0, pytest.approx(1.001))


def test_a_band_learnt_elsewhere_covers_what_it_says() -> None:
    panel = simulated(1000, 14, seed=3)
    errors = past_errors(panel, shrunken, (1, 4), Projection())
    bands = error_bands(errors, 20, 4)
    for horizon in (1, 4):
        taken = errors.horizon == horizon
        low, high = bands.of(errors.departement[taken], errors.stage[taken])
        error = errors.error[taken]
        inside = (low[:, horizon - 1] <= error) & (error <= high[:, horizon - 1])
        assert 0.8 <= inside.mean() < 0.86
    assert stage_of(np.array([0.79])).tolist() == [1]

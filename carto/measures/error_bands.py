"""Bands around a forecast: quantiles of the errors made before, in other départements.

Conformal: the errors of a band are those of forecasts at the same horizon from the same stage, of
every département but the one that is forecast, so that a territory never vouches for itself. With
n errors the band from 10 to 90 % is bounded by those of ranks ⌊0.1·(n + 1)⌋ and ⌈0.9·(n + 1)⌉:
without enough errors for these ranks there is no band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.measures.backtest import STAGES, PastErrors

Floats = NDArray[np.float64]
Ranks = NDArray[np.integer[Any]]

TAIL = 0.1
# Errors are counted in steps of a tenth of a point, each end of a band rounded outwards.
_STEPS = 1000


@dataclass(frozen=True)
class ErrorBands:
    """Lower and upper errors, as shares, (départements, horizons, stages); NaN where unknown."""

    low: Floats
    high: Floats

    def of(self, departement: Ranks, stage: Ranks) -> tuple[Floats, Floats]:
        """Bands of some territories at every horizon, two arrays (n, horizons)."""
        return self.low[departement, :, stage], self.high[departement, :, stage]


def error_bands(errors: PastErrors, departements: int, horizons: int) -> ErrorBands:
    """Measure the bands of every département, horizon and stage.

    Parameters
    ----------
    errors
        What the method got wrong; errors beyond ± 1 are none of a rate.
    departements
        Their number: ranks are under it.
    horizons
        Quarters ahead, from 1 up to this number.
    """
    steps = 2 * _STEPS + 1
    shape = (departements, horizons, len(STAGES), steps)
    step = np.clip(np.floor(errors.error * _STEPS), -_STEPS, _STEPS).astype(np.int64) + _STEPS
    cell = np.ravel_multi_index((errors.departement, errors.horizon - 1, errors.stage, step), shape)
    own = np.bincount(cell, minlength=departements * horizons * len(STAGES) * steps).reshape(shape)
    below = np.cumsum(own.sum(axis=0) - own, axis=-1)
    count = below[..., -1]
    first = np.floor(TAIL * (count + 1)).astype(np.int64)
    last = np.minimum(count + 1 - first, count)
    low = (below >= np.maximum(first, 1)[..., None]).argmax(axis=-1) - _STEPS
    high = (below >= last[..., None]).argmax(axis=-1) - _STEPS + 1
    is_known = first >= 1
    return ErrorBands(
        np.where(is_known, low / _STEPS, np.nan), np.where(is_known, high / _STEPS, np.nan)
    )

"""Backtest: what a method would have forecast at past quarters, against what came.

Rolling origin: from every quarter that has enough quarters before it, each method forecasts the
rate some quarters later from what was known then, and the error is observed − forecast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from carto.measures.comparable import why_not_comparable
from carto.measures.hazard import left_after, observed_pace, shrunk_hazard
from carto.measures.rollout import Rollout
from carto.verdict.parameters import Projection

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
# Past errors are millions: their labels are held in the smallest whole numbers.
Labels = NDArray[np.int16]
# Rollout, column of the origin, usable territories, horizons (h,), parameters → rates (n, h).
Method = Callable[[Rollout, int, Bools, Floats, Projection], Floats]

# Methods share one signature, whether or not they need all of it.
# ruff: noqa: ARG001

# Rates that part forecasts by where they start: errors shrink near the end.
STAGES = (0.0, 0.5, 0.8)


@dataclass(frozen=True)
class PastErrors:
    """Errors of one method: one value per forecast.

    Attributes
    ----------
    error
        Observed − forecast rate, as a share.
    horizon
        Quarters ahead.
    stage
        Position in `STAGES` of the rate at the origin.
    departement
        Rank of the département of the territory.
    """

    error: Floats
    horizon: Labels
    stage: Labels
    departement: Labels


@dataclass(frozen=True)
class Score:
    """Mean absolute error and bias of `forecasts` forecasts, as shares; NaN without any."""

    forecasts: int
    mae: float
    bias: float


def stage_of(rate: Floats) -> Labels:
    """Stage of each rate: under 50 %, from 50 to 80 %, from 80 %.

    >>> stage_of(np.array([0.2, 0.5, 0.8, 1.0])).tolist()
    [0, 1, 2, 2]
    """
    return np.digitize(rate, STAGES[1:]).astype(np.int16)


def unchanged(
    rollout: Rollout, at: int, usable: Bools, horizons: Floats, projection: Projection
) -> Floats:
    """Forecast that nothing changes."""
    return rollout.rate[:, at, None] + 0.0 * horizons


def linear(
    rollout: Rollout, at: int, usable: Bools, horizons: Floats, projection: Projection
) -> Floats:
    """Forecast the mean step of the last quarters, if it rises, again at each quarter, up to 1."""
    window = projection.window_q
    step = np.maximum(rollout.rate[:, at] - rollout.rate[:, at - window], 0.0) / window
    return np.minimum(rollout.rate[:, at, None] + horizons * step[:, None], 1.0)


def hazard(
    rollout: Rollout, at: int, usable: Bools, horizons: Floats, projection: Projection
) -> Floats:
    """Forecast by the completion hazard of each territory alone."""
    return shrunken(rollout, at, usable, horizons, replace(projection, kappa=0.0))


def shrunken(
    rollout: Rollout, at: int, usable: Bools, horizons: Floats, projection: Projection
) -> Floats:
    """Forecast by the completion hazard drawn towards that of the group."""
    pace = observed_pace(rollout, at, projection.window_q)
    h = shrunk_hazard(pace, rollout.group_rank, usable, projection.kappa)
    left = left_after(rollout.left[:, at, None], h[:, None], horizons)
    return np.asarray(1.0 - left / rollout.premises[:, at, None])


METHODS: Mapping[str, Method] = {
    "unchanged": unchanged,
    "linear": linear,
    "hazard": hazard,
    "shrunken": shrunken,
}


def past_errors(
    rollout: Rollout, method: Method, horizons: Sequence[int], projection: Projection
) -> PastErrors:
    """Gather the errors of a method from every origin.

    A forecast counts when its origin compares (`carto.measures.comparable`) and when the quarter
    it is for is known, and published by the same definition of the premises.
    """
    found: list[tuple[Floats, Labels, Labels, Labels]] = []
    last = len(rollout.quarters) - 1
    departement = rollout.departement_rank.astype(np.int16)
    for at in range(projection.min_quarters - 1, last):
        usable = why_not_comparable(rollout, at, projection) == ""
        ahead = np.array(
            [
                horizon
                for horizon in horizons
                if at + horizon <= last
                and rollout.denominators[at + horizon] == rollout.denominators[at]
            ],
            dtype=np.int16,
        )
        if not len(ahead) or not usable.any():
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            forecast = method(rollout, at, usable, ahead.astype(float), projection)
        error = rollout.rate[:, at + ahead] - forecast
        row, column = np.nonzero(usable[:, None] & ~np.isnan(error))
        stage = stage_of(rollout.rate[:, at])[row]
        found.append((error[row, column], ahead[column], stage, departement[row]))
    if not found:
        none = np.empty(0, dtype=np.int16)
        return PastErrors(np.empty(0), none, none, none)
    return PastErrors(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def score(errors: PastErrors, horizon: int, stage: int | None = None) -> Score:
    """Mean absolute error and bias at one horizon, of all origins or those of one stage."""
    taken = errors.horizon == horizon
    if stage is not None:
        taken &= errors.stage == stage
    error = errors.error[taken]
    if not len(error):
        return Score(0, float("nan"), float("nan"))
    return Score(len(error), float(np.abs(error).mean()), float(error.mean()))


def choose_kappa(
    rollout: Rollout, grid: Sequence[float], horizon: int, projection: Projection
) -> float:
    """Choose the κ of a grid that makes the smallest mean absolute error; the first of equals.

    Raises
    ------
    ValueError
        When the rollout is too short for any forecast at this horizon.
    """
    scores = {
        kappa: score(
            past_errors(rollout, shrunken, (horizon,), replace(projection, kappa=kappa)), horizon
        )
        for kappa in grid
    }
    if not all(found.forecasts for found in scores.values()):
        raise ValueError(f"no forecast at {horizon} quarters in {len(rollout.quarters)}")
    return min(scores, key=lambda kappa: scores[kappa].mae)

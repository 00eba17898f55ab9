"""Projection of the fibre: when 95 and 99 % may be reached, with an interval, or why no date.

The premises left shrink by the completion hazard of the commune, drawn towards its group's
(`carto.measures.hazard`). The interval is that of the errors that the same forecasts made before,
in other départements (`carto.measures.error_bands`), where they would have been said: a territory
that had finished was forecast without an error, and vouches for none that still builds. No date of
100 % is ever said, nor any beyond three years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.measures.backtest import past_errors, shrunken, stage_of
from carto.measures.comparable import why_not_comparable
from carto.measures.error_bands import error_bands
from carto.measures.hazard import left_after, observed_pace, quarters_to, shrunk_hazard
from carto.measures.rollout import Rollout
from carto.verdict.parameters import Projection

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Forecast:
    """What may come of n territories after the last quarter of a rollout.

    Attributes
    ----------
    why_not
        Why there is no estimate (`carto.flags`), (n,); an empty text where there is one. Nothing
        else means anything where there is none.
    left_now, hazard
        Premises left, and share of them that a quarter completes, (n,).
    rate, left
        At each horizon from 1 to `max_q` quarters, (n, max_q).
    low, high
        Band of the rate, (n, max_q); NaN where it could not be calibrated.
    quarters
        Quarters to each target, (n, 2): 0 when it is reached, infinite when it never is.
    """

    why_not: NDArray[np.object_]
    left_now: Floats
    hazard: Floats
    rate: Floats
    left: Floats
    low: Floats
    high: Floats
    quarters: Floats

    def take(self, rows: NDArray[np.int64]) -> Forecast:
        """Take some territories, in the order given."""
        return Forecast(*(getattr(self, field.name)[rows] for field in fields(self)))

    @property
    def is_estimated(self) -> Bools:
        """Where there is an estimate, (n,)."""
        return np.asarray(self.why_not == "")


def forecast(rollout: Rollout, projection: Projection) -> Forecast:
    """Forecast every territory from the last quarter of its rollout.

    Parameters
    ----------
    rollout
        Counts over the quarters known.
    projection
        Window, targets, horizon and κ.
    """
    at = len(rollout.quarters) - 1
    premises, left_now = rollout.premises[:, at], rollout.left[:, at]
    why_not = why_not_comparable(rollout, at, projection)
    horizons = np.arange(1.0, projection.max_q + 1)
    if (why_not != "").all():
        return replace(no_forecast(len(why_not), projection), why_not=why_not, left_now=left_now)
    pace = observed_pace(rollout, at, projection.window_q)
    hazard = shrunk_hazard(pace, rollout.group_rank, why_not == "", projection.kappa)
    is_stopped = _is_stopped(rollout, at, projection)
    why_not[(why_not == "") & is_stopped] = flags.A_L_ARRET
    left = left_after(left_now[:, None], hazard[:, None], horizons)
    rate = 1.0 - left / premises[:, None]
    low, high = _band(rollout, rate, projection)
    targets = [quarters_to(target, premises, left_now, hazard) for target in projection.targets]
    return Forecast(why_not, left_now, hazard, rate, left, low, high, np.stack(targets, axis=1))


def said(
    rollout: Rollout, at: int, usable: Bools, horizons: Floats, projection: Projection
) -> Floats:
    """Forecast like `shrunken` the territories that something is said of, a `Method`.

    Returns
    -------
    numpy.ndarray
        Rates, (n, horizons); NaN where the last target is reached, or the rollout is stopped.
    """
    is_said = rollout.rate[:, at] < projection.targets[1]
    is_said &= ~_is_stopped(rollout, at, projection)
    rates = shrunken(rollout, at, usable, horizons, projection)
    return np.where(is_said[:, None], rates, np.nan)


def no_forecast(rows: int, projection: Projection) -> Forecast:
    """Say nothing of territories without any quarter."""
    nothing = np.full((rows, projection.max_q), np.nan)
    targets = np.full((rows, len(projection.targets)), np.nan)
    why_not = np.full(rows, flags.TRIMESTRES_INSUFFISANTS, dtype=object)
    one = nothing[:, 0]
    return Forecast(why_not, one, one, nothing, nothing, nothing, nothing, targets)


def concatenate(forecasts: Sequence[Forecast]) -> Forecast:
    """Put the territories of several forecasts one after another."""
    return Forecast(
        *(
            np.concatenate([getattr(part, field.name) for part in forecasts])
            for field in fields(Forecast)
        )
    )


def first_quarter(rates: Floats, target: float) -> Floats:
    """Quarters until rates, (n, horizons), reach a target: infinite beyond, NaN when unknown.

    Examples
    --------
    >>> rates = np.array([[0.94, 0.96], [0.9, 0.91], [np.nan, np.nan]])
    >>> first_quarter(rates, 0.95).tolist()
    [2.0, inf, nan]
    """
    reached = rates >= target
    found = np.where(reached.any(axis=1), reached.argmax(axis=1) + 1.0, np.inf)
    is_unknown = np.isnan(rates).any(axis=1) & ~reached.any(axis=1)
    return np.where(is_unknown, np.nan, found)


def _is_stopped(rollout: Rollout, at: int, projection: Projection) -> Bools:
    """Whether no premises was connected in the window, under the first target."""
    new = observed_pace(rollout, at, projection.window_q).new
    return np.asarray((new == 0) & (rollout.rate[:, at] < projection.targets[0]))


def _band(rollout: Rollout, rate: Floats, projection: Projection) -> tuple[Floats, Floats]:
    """Bounds of the rates forecast; they hold the forecast itself, and stay rates."""
    horizons = range(1, projection.max_q + 1)
    errors = past_errors(rollout, said, horizons, projection)
    rank = rollout.departement_rank
    bands = error_bands(errors, int(rank.max()) + 1, projection.max_q)
    below, above = bands.of(rank, stage_of(rollout.rate[:, -1]))
    low = np.clip(rate + np.minimum(below, 0.0), 0.0, 1.0)
    return low, np.clip(rate + np.maximum(above, 0.0), 0.0, 1.0)

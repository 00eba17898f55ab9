"""Closure of copper: months left at the date of the fibre, and how far the commune is from ready.

    m      months from the end of the fibre quarter to the technical closure
    Û(T)   premises left on the day of the technical closure, as projected

    CU4    closed, and τ < 95 %
    CU3    m ≤ 12, and τ < 95 %, or τ < 99 % with Û(T) ≥ 1
    CU2    m ≤ 24, and 95 % comes after the closure, or may
    CU1    nothing is sold on copper any more, and τ < 95 %
    CU0    none of these

Classes are tried in this order. 95 % is the rate by which the operator is reported to have chosen
the communes of its first lots; it is no legal definition of completeness.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto import flags
from carto.measures.copper_classes import CLASSES
from carto.measures.hazard import left_after
from carto.measures.projection import Forecast, first_quarter
from carto.quarters import last_day
from carto.reasons import Reasons
from carto.verdict.parameters import Copper, Parameters

Floats = NDArray[np.float64]
Levels = NDArray[np.int64]

MONTHS_PER_QUARTER = 3.0
_DAYS = 31
_DECIMALS = 2


@dataclass(frozen=True)
class Prospect:
    """What n communes may expect of the fibre; one value each.

    Attributes
    ----------
    left_at_closure
        Premises left on the day of the technical closure.
    months_to_target
        Months to the first target of the projection, at the latest: 0 when it is reached,
        infinite when no date can be said.
    """

    left_at_closure: Floats
    months_to_target: Floats


def months_between(quarters: pd.Series, dates: pd.Series) -> Floats:
    """Count the months from the last day of each quarter to each date.

    Whole months between calendar months, and days as parts of a month of 31; negative when the
    date has passed, NaN where the quarter or the date is missing. Two decimals.

    Examples
    --------
    >>> quarters = pd.Series(["2026-T2", "2026-T2", None])
    >>> months_between(quarters, pd.Series(["2027-06-30", "2026-06-29", "2027-01-31"])).tolist()
    [12.0, -0.03, nan]
    """
    months = np.full(len(quarters), np.nan)
    for row, (quarter, date) in enumerate(zip(quarters, dates, strict=True)):
        if isinstance(quarter, str) and isinstance(date, str):
            start = datetime.date.fromisoformat(last_day(quarter))
            end = datetime.date.fromisoformat(date)
            whole = 12 * (end.year - start.year) + end.month - start.month
            months[row] = round(whole + (end.day - start.day) / _DAYS, _DECIMALS)
    return months


def copper_levels(
    months: Floats,
    commercial_months: Floats,
    rate: Floats,
    prospect: Prospect,
    targets: tuple[float, float],
    copper: Copper,
) -> Levels:
    """Class of each commune, 0 for CU0 to 4 for CU4.

    Parameters
    ----------
    months, commercial_months
        Months to the technical and to the commercial closure; NaN when the date is unknown.
    rate
        Rate of the fibre now, 0–1.
    prospect
        What may be expected of it.
    targets
        The two rates that classes look at (0.95, 0.99).
    copper
        What is near, and what is soon, in months.

    Returns
    -------
    numpy.ndarray
        int64, (n,). It means nothing where `months` or `rate` is NaN.
    """
    behind = rate < targets[0]
    unfinished = (rate < targets[1]) & (prospect.left_at_closure >= 1)
    late = prospect.months_to_target > np.maximum(months, 0.0)
    rules = [
        (months <= 0) & behind,
        (months <= copper.near_months) & (behind | unfinished),
        (months <= copper.soon_months) & late,
        (commercial_months <= 0) & behind,
    ]
    return np.asarray(np.select(rules, [4, 3, 2, 1], 0), dtype=np.int64)


def measure_copper(
    communes: gpd.GeoDataFrame, forecast: Forecast, parameters: Parameters, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add `months_to_closure` and `copper_class` to the communes.

    Without a known pace, what is left today is taken to be left at the closure; where that decides
    the class, the commune is flagged `RESTE_SUPPOSE_CONSTANT`.

    Parameters
    ----------
    communes
        With the fibre (`fibre_quarter`, `taux_couverture_ftth`, `locaux_restants`), the dates of
        closure and `flags`.
    forecast
        What may come of the fibre, row by row.
    parameters
        Limits in months, and the rates that classes look at.
    reasons
        Told why they are missing: why the date is, or else the fibre.
    """
    months = months_between(communes["fibre_quarter"], communes["fermeture_technique"])
    commercial = months_between(communes["fibre_quarter"], communes["fermeture_commerciale"])
    rate = communes["taux_couverture_ftth"].to_numpy(dtype=float, na_value=np.nan)
    left = communes["locaux_restants"].to_numpy(dtype=float, na_value=np.nan)
    targets = parameters.projection.targets
    done = Prospect(np.zeros(len(rate)), np.zeros(len(rate)))
    levels, at_best = (
        copper_levels(months, commercial, rate, prospect, targets, parameters.copper)
        for prospect in (_prospect(forecast, months, rate, left, targets[0]), done)
    )
    known = ~np.isnan(months) & ~np.isnan(rate)
    has_pace = forecast.is_estimated | (forecast.why_not == flags.A_L_ARRET)
    supposed = pd.Series(known & ~has_pace & (levels != at_best), index=communes.index)
    for computed, fibre in (
        ("copper_class", "taux_couverture_ftth"),
        ("months_to_closure", "fibre_quarter"),
    ):
        reasons.repeat(fibre, computed)
        reasons.repeat("fermeture_technique", computed)
    classes = np.array(CLASSES, dtype=object)[levels]
    classes[~known] = None
    return communes.assign(
        months_to_closure=months,
        copper_class=classes,
        flags=flags.raised({flags.RESTE_SUPPOSE_CONSTANT: supposed}, before=communes["flags"]),
    )


def _prospect(
    forecast: Forecast, months: Floats, rate: Floats, left: Floats, target: float
) -> Prospect:
    """Expect the forecast at its latest, and no progress where there is none."""
    hazard = np.where(forecast.is_estimated, forecast.hazard, 0.0)
    ahead = np.maximum(months, 0.0) / MONTHS_PER_QUARTER
    late = np.fmax(forecast.quarters[:, 0], first_quarter(forecast.low, target))
    quarters = np.where(forecast.is_estimated, late, np.inf)
    return Prospect(
        left_after(left, hazard, ahead),
        np.where(rate >= target, 0.0, MONTHS_PER_QUARTER * quarters),
    )

"""Thresholds tried one at a time, 10 % lower and 10 % higher: whose class changes.

A threshold is a convention; a commune whose class depends on it says so. Values stay within their
scale: a rate of 95 % is tried at 100 %, not at 104.5 %.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from carto.verdict.alerts import Bools
from carto.verdict.classes import UNDERSERVED_FROM, Verdicts
from carto.verdict.evidence import Evidence
from carto.verdict.judgement import judge
from carto.verdict.parameters import Alerts
from carto.vocabulary import THRESHOLD_DIRECTIONS

# The thresholds that are tried, and the greatest value each may have.
TRIED: Mapping[str, float] = {
    "time_min": np.inf,
    "apl_ratio": np.inf,
    "need": 10.0,
    "fibre_pct": 100.0,
}
DIRECTIONS: Mapping[str, int] = dict(zip(THRESHOLD_DIRECTIONS, (-1, 1), strict=True))
DECIMALS = 6


@dataclass(frozen=True)
class Tried:
    """What happens under another threshold.

    Attributes
    ----------
    parameter, direction, value
        Which threshold, a key of `DIRECTIONS`, and the value tried.
    changes
        Communes whose class differs, or may differ otherwise.
    becomes, ceases
        Communes that are under-served for sure only under this value; only under the declared one.
    """

    parameter: str
    direction: str
    value: float
    changes: Bools
    becomes: Bools
    ceases: Bools


def try_thresholds(evidence: Evidence, alerts: Alerts, change: float) -> list[Tried]:
    """Judge the same evidence under each threshold, lowered and raised by a share of it."""
    declared = judge(evidence, alerts).verdicts
    found = []
    for parameter, most in TRIED.items():
        for direction, sign in DIRECTIONS.items():
            value = min(round(getattr(alerts, parameter) * (1 + sign * change), DECIMALS), most)
            other = judge(evidence, replace(alerts, **{parameter: value})).verdicts
            found.append(_compare(declared, other, (parameter, direction, value)))
    return found


def _compare(declared: Verdicts, other: Verdicts, tried: tuple[str, str, float]) -> Tried:
    """Compare the verdicts under a threshold with the declared ones."""
    before, after = declared.low >= UNDERSERVED_FROM, other.low >= UNDERSERVED_FROM
    changes = (declared.low != other.low) | (declared.high != other.high)
    return Tried(*tried, np.asarray(changes), ~before & after, before & ~after)

"""One input at a time, pushed to both ends of its own range: which one alone flips the verdict.

The ends are those of the draws: the slowest and the fastest roads; for hours and need, which have
none, the 5th and 95th percentiles, all places together; for the fibre, the bracket of the rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from carto.verdict.alerts import Bools
from carto.verdict.classes import UNDERSERVED_FROM, Verdicts
from carto.verdict.judgement import judge
from carto.verdict.robustness.inputs import NEED_RANGE, Case, Inputs, evidence_under

# Standard deviations from the middle of a normal law to its 5th and 95th percentiles.
PERCENTILE_95 = 1.645


def flipping(case: Case) -> dict[str, Bools]:
    """Tell where one input alone changes whether a commune is under-served.

    Returns
    -------
    dict
        Name of the input (`time`, `hours`, `need`, `fibre`) → the communes that it flips, among
        those whose published state is decided. An undecided state is no flip: it is not known.
    """
    alerts = case.parameters.alerts
    published = judge(case.evidence, alerts).verdicts
    found: dict[str, Bools] = {}
    for name, pushed in _pushed(case):
        other = judge(evidence_under(case, pushed), alerts).verdicts
        found[name] = found.get(name, False) | _flipped(published, other)
    return found


def _flipped(published: Verdicts, other: Verdicts) -> Bools:
    """Where both are decided and disagree."""
    sure, never = _sure(published)
    sure_then, never_then = _sure(other)
    return np.asarray((sure & never_then) | (never & sure_then))


def _sure(verdicts: Verdicts) -> tuple[Bools, Bools]:
    """Where communes are under-served for sure; where they are not for sure."""
    return verdicts.low >= UNDERSERVED_FROM, verdicts.high < UNDERSERVED_FROM


def _pushed(case: Case) -> Iterator[tuple[str, Inputs]]:
    """Give the inputs with one of them at an end of its range, and its name."""
    published, ranges = case.published, case.parameters.robustness
    for detour, speed in zip(reversed(ranges.detour), ranges.speed_kmh, strict=True):
        roads = replace(published.travel, detour=detour, speed_kmh=speed)
        yield "time", replace(published, travel=roads)
    for sign in (-1, 1):
        factors = np.exp(sign * PERCENTILE_95 * case.hours_sigma)
        yield "hours", replace(published, hours=published.hours * factors)
        shift = sign * PERCENTILE_95 * ranges.need_sigma
        yield "need", replace(published, need=np.clip(published.need + shift, *NEED_RANGE))
    for taux in case.taux_bracket:
        yield "fibre", replace(published, taux=taux)

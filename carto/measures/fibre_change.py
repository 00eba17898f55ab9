"""What became of the fibre of each commune between two quarters, and what may not be said of it.

    τ = min(R / L, 1)     R connectable premises, L premises, T threshold of the alert

A rate may rise because its premises L were counted again: that is no progress. A commune whose
counts do not compare, by the rules of `carto.measures.comparable`, has no outcome but that; one
that passes the threshold without one more connectable premises is among them. Over several years
the premises may change by `max_denominator_change` each year.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.measures.denominators import UNKNOWN, denominator_of
from carto.measures.revisions import revised
from carto.quarters import rank_of
from carto.verdict.parameters import Projection
from carto.vocabulary import HISTORIQUE

Floats = NDArray[np.float64]
Codes = NDArray[np.object_]

CROSSED, PROGRESSED, STALLED = "franchi", "progres", "arret"
FELL_BACK, HELD, INCOMPARABLE, UNKNOWN_OUTCOME = "repasse", "acquis", "revu", "inconnu"
OUTCOMES = (
    *(CROSSED, PROGRESSED, STALLED, FELL_BACK, HELD),
    *(INCOMPARABLE, UNKNOWN_OUTCOME),
)
_DECIMALS = 6


@dataclass(frozen=True)
class Counts:
    """Counts of n communes at one quarter, NaN where unknown."""

    quarter: str
    premises: Floats
    connectable: Floats

    @property
    def rate(self) -> Floats:
        """Rate, at most 1; NaN without premises."""
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = np.where(self.premises > 0, self.connectable / self.premises, np.nan)
        return np.minimum(rate, 1.0).round(_DECIMALS)


@dataclass(frozen=True)
class Outcomes:
    """What became of n communes.

    Attributes
    ----------
    outcome
        One of `OUTCOMES`.
    why
        Code of `carto.flags` that explains a commune that does not compare or that fell back;
        empty otherwise.
    """

    outcome: Codes
    why: Codes


def is_one_definition(series: str, before: str, after: str) -> bool:
    """Whether the premises of two quarters were counted by one definition.

    >>> is_one_definition("releve", "2025-T1", "2026-T2")
    True
    >>> is_one_definition("releve", "2024-T3", "2024-T4")
    False
    >>> is_one_definition("historique", "2017-T4", "2026-T2")
    True
    """
    if series == HISTORIQUE:
        return True
    first, last = denominator_of(before), denominator_of(after)
    return first == last != UNKNOWN


def fibre_outcomes(
    before: Counts, after: Counts, series: str, threshold: float, projection: Projection
) -> Outcomes:
    """Say what became of each commune.

    Parameters
    ----------
    before, after
        The same communes, at two quarters.
    series
        Series that both come from, see `carto.measures.fibre`.
    threshold
        Rate under which there is an alert, 0 to 1.
    projection
        What a revision is, and how far the premises may change in a year.
    """
    first, last = before.rate, after.rate
    gained = after.connectable - before.connectable
    why = _why_incomparable(before, after, series, projection)
    crossed = (first < threshold) & (last >= threshold)
    why[crossed & (gained <= 0) & (why == "")] = flags.LOCAUX_REVUS
    fell_back = (first >= threshold) & (last < threshold)
    why[fell_back & (why == "")] = flags.LOCAUX_REVUS
    is_known = ~np.isnan(first) & ~np.isnan(last)
    is_broken = why == flags.RUPTURE_DE_DENOMINATEUR
    outcome = np.select(
        [~is_known, fell_back & ~is_broken, why != "", crossed, last >= threshold, gained > 0],
        [UNKNOWN_OUTCOME, FELL_BACK, INCOMPARABLE, CROSSED, HELD, PROGRESSED],
        STALLED,
    ).astype(object)
    why[~is_known] = ""
    return Outcomes(outcome, why)


def _why_incomparable(before: Counts, after: Counts, series: str, projection: Projection) -> Codes:
    """Say why the counts of each commune do not compare; an empty text when they do."""
    years = max(1.0, (rank_of(after.quarter) - rank_of(before.quarter)) / 4)
    spread = np.abs(after.premises - before.premises)
    is_recounted = spread > projection.max_denominator_change * years * after.premises
    why = np.full(len(before.premises), "", dtype=object)
    why[is_recounted] = flags.LOCAUX_REVUS
    why[revised(before.connectable, after.connectable, projection)] = flags.REVISION
    if not is_one_definition(series, before.quarter, after.quarter):
        why[:] = flags.RUPTURE_DE_DENOMINATEUR
    return why

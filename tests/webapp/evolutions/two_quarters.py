"""Counts of a few communes at two quarters, with an outcome each."""

from __future__ import annotations

import numpy as np

from carto.measures.fibre_change import Counts, Outcomes, fibre_outcomes
from carto.verdict.parameters import Projection
from carto.vocabulary import RELEVE

NAN = np.nan
# Premises and connectable premises, before and after.
COMMUNES = [
    ((1000, 900), (1000, 960)),  # reaches the threshold
    ((1000, 500), (1010, 700)),  # progresses
    ((1000, 500), (1000, 500)),  # is stalled
    ((1000, 960), (1000, 900)),  # falls back: a revision
    ((1000, 500), (2000, 900)),  # premises counted again
    ((NAN, NAN), (100, 50)),  # unknown
]


def counts() -> tuple[Counts, Counts, Outcomes]:
    """Return both quarters and the outcomes."""
    before, after = (
        Counts(quarter, *np.array([pair[side] for pair in COMMUNES], dtype=float).T)
        for side, quarter in enumerate(("2025-T2", "2026-T2"))
    )
    return before, after, fibre_outcomes(before, after, RELEVE, 0.95, Projection())

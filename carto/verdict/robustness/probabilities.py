"""Probabilities: the share of the drawn inputs under which each alert and class holds.

A draw whose unknown values leave an alert open counts for it only where it holds for sure. So
every share here is a lower bound, `underserved_high` excepted, and the classes and the undecided
draws sum to 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.verdict.alerts import Bools
from carto.verdict.classes import UNDERSERVED_FROM
from carto.verdict.judgement import Judgement, judge
from carto.verdict.robustness.inputs import Case, draw_inputs, evidence_under

Floats = NDArray[np.float64]

CLASSES = range(4)


@dataclass(frozen=True)
class Probabilities:
    """Shares of draws, 0 to 1, shape (n,) each.

    Attributes
    ----------
    offre, besoin, connectivite
        Where the alert is raised for sure.
    classes
        Where the class is decided, and is 0, 1, 2 or 3; shape (n, 4).
    underserved_low, underserved_high
        Where the commune is under-served for sure; where it may be.
    """

    offre: Floats
    besoin: Floats
    connectivite: Floats
    classes: Floats
    underserved_low: Floats
    underserved_high: Floats

    @property
    def is_decided(self) -> Bools:
        """Where every draw tells whether the commune is under-served."""
        return np.asarray(self.underserved_low == self.underserved_high)

    @property
    def undecided(self) -> Floats:
        """Where several classes remain possible."""
        return np.asarray(1 - self.classes.sum(axis=1)).round(9) + 0.0

    def agreement(self, is_underserved: Bools) -> Floats:
        """Share of draws that say for sure what is published, true or false."""
        return np.where(is_underserved, self.underserved_low, 1 - self.underserved_high)


def try_inputs(case: Case) -> Probabilities:
    """Judge every draw of the inputs and count."""
    alerts = case.parameters.alerts
    return count(judge(evidence_under(case, inputs), alerts) for inputs in draw_inputs(case))


def count(judgements: Iterable[Judgement]) -> Probabilities:
    """Count over judgements of the same communes, at least one."""
    draws, total = 0, np.zeros(())
    for judgement in judgements:
        draws, total = draws + 1, total + _held(judgement)
    offre, besoin, connectivite, *classes, surely, maybe = total / draws
    return Probabilities(offre, besoin, connectivite, np.column_stack(classes), surely, maybe)


def _held(judgement: Judgement) -> Floats:
    """Tell what holds in one draw, as 0 or 1: a row per attribute of `Probabilities`."""
    verdicts = judgement.verdicts
    return np.stack(
        [
            judgement.offre.low,
            judgement.besoin.low,
            judgement.connectivite.low,
            *(verdicts.decided & (verdicts.low == one) for one in CLASSES),
            verdicts.low >= UNDERSERVED_FROM,
            verdicts.high >= UNDERSERVED_FROM,
        ]
    ).astype(float)

"""Outcome: what is published of the verdicts of n communes, decided under any parameters.

The build publishes these columns; the viewer decides them again, by this same function, for a
reader who changes a threshold.
"""

from __future__ import annotations

from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.verdict.alerts import Bools
from carto.verdict.composite import SCORE_DECIMALS, composite_score
from carto.verdict.evidence import Evidence
from carto.verdict.judgement import Judgement
from carto.verdict.parameters import Parameters
from carto.verdict.typology import SANS_OBJET, type_of

Column = list[Any]

OUTCOME_COLUMNS = (
    *("alert_offre", "alert_besoin", "alert_connectivite"),
    *("verdict", "verdict_low", "verdict_high", "is_underserved", "typology", "score"),
)


def outcome(
    evidence: Evidence, judgement: Judgement, is_empty: Bools, parameters: Parameters
) -> dict[str, Column]:
    """Give the columns that follow from a judgement.

    Parameters
    ----------
    evidence
        What is known of n communes.
    judgement
        Their alerts under the thresholds of `parameters`.
    is_empty
        Communes without inhabitants: they have alerts and a score, and no verdict.
    parameters
        Weights and goalposts of the score.

    Returns
    -------
    dict
        `OUTCOME_COLUMNS` → n plain values, None where missing.
    """
    verdicts = judgement.verdicts
    named = np.where(verdicts.decided, verdicts.low.astype(str), "indetermine")
    return {
        "alert_offre": judgement.offre.as_list(),
        "alert_besoin": judgement.besoin.as_list(),
        "alert_connectivite": judgement.connectivite.as_list(),
        "verdict": np.where(is_empty, SANS_OBJET, named).tolist(),
        "verdict_low": _unless(is_empty, verdicts.low.tolist()),
        "verdict_high": _unless(is_empty, verdicts.high.tolist()),
        "is_underserved": _unless(is_empty, verdicts.is_underserved()),
        "typology": type_of(judgement, is_empty).tolist(),
        "score": _score(evidence, parameters),
    }


def _unless(is_empty: Bools, values: Column) -> Column:
    """Blank the values of the communes without inhabitants."""
    return [
        None if empty else value for empty, value in zip(is_empty.tolist(), values, strict=True)
    ]


def _score(evidence: Evidence, parameters: Parameters) -> Column:
    """Composite score, missing where a family is."""
    score: NDArray[np.float64] = composite_score(
        evidence.minutes, evidence.accessibility, evidence.need, evidence.taux, parameters
    ).round(SCORE_DECIMALS)
    return [None if isnan(value) else value for value in score.tolist()]

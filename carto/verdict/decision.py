"""Verdicts: from indicators to alerts, class, type, score and sentence of every commune.

Alerts are decided on the published (rounded) values, so that anybody who reads the table can
recompute the verdict.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto import flags
from carto.measures.indicators import Indicators
from carto.reasons import Reasons
from carto.verdict.classes import possible_classes
from carto.verdict.judgement import Judgement, judge
from carto.verdict.measured_evidence import evidence_of
from carto.verdict.outcome import outcome
from carto.verdict.parameters import Parameters
from carto.verdict.robustness.appraisal import appraise
from carto.verdict.sentence import Wording, commune_sentence

# Columns that may be missing, by why they may.
DECIDED_COLUMNS = ("alert_offre", "alert_besoin", "alert_connectivite", "typology", "score")
BOUND_COLUMNS = ("verdict_low", "verdict_high")
ANSWER_COLUMNS = ("is_underserved", "underserved_probability", "robustness")
RANK_COLUMNS = ("rank", "rank_low", "rank_high")
# How a table holds what is decided; the other columns are texts.
_TYPES = {
    **dict.fromkeys((*DECIDED_COLUMNS[:3], "is_underserved"), "boolean"),
    **dict.fromkeys(BOUND_COLUMNS, "Int64"),
    "score": "float64",
}


@dataclass(frozen=True)
class Decision:
    """Verdicts of the communes: the table of `Indicators`, completed to the whole contract."""

    table: gpd.GeoDataFrame


def decide(indicators: Indicators, parameters: Parameters, wording: Wording) -> Decision:
    """Decide alerts, class, type and score, try them, and say them.

    Parameters
    ----------
    indicators
        Every measure, missing ones with their reason.
    parameters
        Thresholds and goalposts.
    wording
        What the sentences need beside the values.
    """
    table = indicators.table
    evidence = evidence_of(indicators)
    judgement = judge(evidence, parameters.alerts)
    empty = (table["population"] == 0).fillna(False).to_numpy(dtype=bool)
    columns = outcome(evidence, judgement, empty, parameters)
    table = table.assign(
        **{
            name: pd.Series(values, index=table.index, dtype=_TYPES.get(name, "object"))
            for name, values in columns.items()
        },
        flags=flags.raised(_resting(judgement, indicators, parameters), before=table["flags"]),
    )
    table = table.assign(**appraise(indicators, evidence, table, parameters))
    reasons = _reasons(table, indicators.reasons, empty)
    sentences = _sentences(table, wording)
    return Decision(
        table.assign(
            sentence=sentences,
            reasons=[json.dumps(reason, sort_keys=True) for reason in reasons],
        )
    )


def _resting(
    judgement: Judgement, indicators: Indicators, parameters: Parameters
) -> dict[str, pd.Series]:
    """Tell where the alert on supply changes without a group of doubtful places."""
    offre, index = judgement.offre, indicators.table.index
    found = {}
    for flag, reach in indicators.reach_without.items():
        without = judge(evidence_of(replace(indicators, reach=reach)), parameters.alerts).offre
        rests = (offre.low != without.low) | (offre.high != without.high)
        found[flag] = pd.Series(rests, index=index)
    return found


def _reasons(
    table: gpd.GeoDataFrame, measured: list[dict[str, str]], empty: NDArray[np.bool_]
) -> list[dict[str, str]]:
    """Complete the reasons with those of what is decided; a later one replaces."""
    beyond = ~table["is_in_scope"].to_numpy(dtype=bool)
    reasons = Reasons(len(table))
    for columns, code, where in (
        (DECIDED_COLUMNS, flags.DEPEND_D_UNE_VALEUR_ABSENTE, True),
        (ANSWER_COLUMNS, flags.INDETERMINE, True),
        (RANK_COLUMNS, flags.DEPEND_D_UNE_VALEUR_ABSENTE, True),
        (RANK_COLUMNS, flags.HORS_PERIMETRE, beyond),
        ((*BOUND_COLUMNS, *ANSWER_COLUMNS, *RANK_COLUMNS), flags.SANS_HABITANT, empty),
    ):
        for column in columns:
            reasons.explain([column], code, table[column].isna().to_numpy() & where)
    return [before | found for before, found in zip(measured, reasons.by_row, strict=True)]


def _sentences(table: gpd.GeoDataFrame, wording: Wording) -> list[str]:
    """One sentence per commune, from the published values."""
    plain = pd.DataFrame(table.drop(columns="geometry")).astype(object)
    plain = plain.where(plain.notna(), None)
    names = plain.columns.to_list()
    rows = [dict(zip(names, values, strict=True)) for values in plain.to_numpy()]
    return [
        commune_sentence(
            row,
            possible_classes((row["alert_offre"], row["alert_besoin"], row["alert_connectivite"])),
            wording,
        )
        for row in rows
    ]

"""Verdicts: from indicators to alerts, class, score and sentence of every commune.

Alerts are decided on the published (rounded) values, so that anybody who reads the table can
recompute the verdict.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto import flags
from carto.measures.copper import judged_levels
from carto.measures.indicators import Indicators
from carto.measures.reach import Reach
from carto.verdict import alerts as alert_rules
from carto.verdict.alerts import Alert
from carto.verdict.classes import classify, possible_classes
from carto.verdict.composite import composite_score
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording, commune_sentence

ALERT_COLUMNS = ("alert_offre", "alert_besoin", "alert_connectivite")
SCORE_DECIMALS = 2


@dataclass(frozen=True)
class Decision:
    """Verdicts of the communes: the table of `Indicators`, completed to the whole contract."""

    table: gpd.GeoDataFrame


def decide(indicators: Indicators, parameters: Parameters, wording: Wording) -> Decision:
    """Decide alerts, class, score and sentence.

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
    offre = _offre(indicators.reach, len(table), parameters)
    besoin = alert_rules.besoin(_floats(table, "need"), parameters.alerts)
    copper = judged_levels(table["copper_class"], table["fermeture_technique"])
    fibre = alert_rules.connectivite(
        _floats(table, "taux_couverture_ftth"), copper, parameters.alerts
    )
    verdicts = classify(offre, besoin, fibre)
    empty = (table["population"] == 0).fillna(False).to_numpy(dtype=bool)
    names = np.where(verdicts.decided, verdicts.low.astype(str), "indetermine")
    table = table.assign(
        alert_offre=_nullable(offre.as_list(), table.index),
        alert_besoin=_nullable(besoin.as_list(), table.index),
        alert_connectivite=_nullable(fibre.as_list(), table.index),
        verdict=np.where(empty, "sans_objet", names),
        verdict_low=pd.Series(verdicts.low, index=table.index, dtype="Int64").mask(empty),
        verdict_high=pd.Series(verdicts.high, index=table.index, dtype="Int64").mask(empty),
        is_underserved=_nullable(verdicts.is_underserved(), table.index).mask(empty),
        score=_score(table, indicators.reach, parameters),
        flags=flags.raised(_resting(offre, indicators, parameters), before=table["flags"]),
    )
    reasons = _reasons(table, indicators.reasons, empty)
    sentences = _sentences(table, wording)
    return Decision(
        table.assign(
            sentence=sentences,
            reasons=[json.dumps(reason, sort_keys=True) for reason in reasons],
        )
    )


def _offre(reach: Reach | None, rows: int, parameters: Parameters) -> Alert:
    """Alert on supply, unknown everywhere without a source of places."""
    if reach is None:
        unknown = np.full(rows, np.nan)
        return alert_rules.offre(unknown, unknown, unknown, parameters.alerts)
    minutes = reach.nearest.minutes.round(2)
    return alert_rules.offre(minutes, reach.low, reach.high, parameters.alerts)


def _resting(offre: Alert, indicators: Indicators, parameters: Parameters) -> dict[str, pd.Series]:
    """Tell where the alert on supply changes without a group of doubtful places."""
    index = indicators.table.index
    found = {}
    for flag, reach in indicators.reach_without.items():
        without = _offre(reach, len(index), parameters)
        rests = (offre.low != without.low) | (offre.high != without.high)
        found[flag] = pd.Series(rests, index=index)
    return found


def _score(table: gpd.GeoDataFrame, reach: Reach | None, parameters: Parameters) -> pd.Series:
    """Composite score, missing where a family is."""
    minutes = np.full(len(table), np.nan) if reach is None else reach.nearest.minutes.round(2)
    score = composite_score(
        minutes,
        _floats(table, "accessibility"),
        _floats(table, "need"),
        _floats(table, "taux_couverture_ftth"),
        parameters,
    )
    return pd.Series(score.round(SCORE_DECIMALS), index=table.index)


def _reasons(
    table: gpd.GeoDataFrame, measured: list[dict[str, str]], empty: NDArray[np.bool_]
) -> list[dict[str, str]]:
    """Complete the reasons with those of alerts, class and score."""
    missing = {column: table[column].isna().to_numpy() for column in (*ALERT_COLUMNS, "score")}
    undecided = table["is_underserved"].isna().to_numpy()
    completed = []
    for row, reason in enumerate(measured):
        why = dict(reason)
        for column, is_missing in missing.items():
            if is_missing[row]:
                why[column] = flags.DEPEND_D_UNE_VALEUR_ABSENTE
        if empty[row]:
            why |= dict.fromkeys(
                ("verdict_low", "verdict_high", "is_underserved"), flags.SANS_HABITANT
            )
        elif undecided[row]:
            why["is_underserved"] = flags.INDETERMINE
        completed.append(why)
    return completed


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


def _floats(table: gpd.GeoDataFrame, column: str) -> NDArray[np.float64]:
    """Read a column as floats, NaN where missing."""
    return np.asarray(table[column].to_numpy(dtype=float, na_value=np.nan))


def _nullable(values: list[bool | None], index: pd.Index) -> pd.Series:
    """Hold three-valued truths in a nullable column."""
    return pd.Series(values, index=index, dtype="boolean")

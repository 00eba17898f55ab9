"""Appraisal: how far each published verdict holds, as columns of the communes.

    agreement   share of the drawn inputs that give the published answer, under-served or not
    robuste     agreement ≥ 0.9, unless more than half of the accessible hours are imputed (C)
    fragile     agreement ≥ 0.6
    bascule     below: hardly better than a coin

A commune without inhabitants, or whose answer is undetermined, has no robustness.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.measures.indicators import Indicators
from carto.verdict.alerts import Bools
from carto.verdict.composite import score_families
from carto.verdict.evidence import Evidence
from carto.verdict.measured_evidence import measured
from carto.verdict.parameters import Parameters, Robustness
from carto.verdict.robustness.ends import flipping
from carto.verdict.robustness.inputs import Case
from carto.verdict.robustness.probabilities import CLASSES, Probabilities, try_inputs
from carto.verdict.robustness.ranks import Ranks, rank_within
from carto.verdict.robustness.thresholds import Tried, try_thresholds
from carto.vocabulary import LEAST_QUALITY

Floats = NDArray[np.float64]

DECIMALS = 4


def appraise(
    indicators: Indicators, evidence: Evidence, decided: pd.DataFrame, parameters: Parameters
) -> pd.DataFrame:
    """Try the verdicts.

    Parameters
    ----------
    indicators
        What the verdicts were computed from.
    evidence
        What their alerts were decided on.
    decided
        The same rows with `verdict`, `is_underserved` and `accessibility_quality`, and
        `departement`, `is_in_scope`.
    parameters
        The method, its `robustness` included.

    Returns
    -------
    pandas.DataFrame
        Same index: the columns of `carto.tables.appraisal.APPRAISAL_COLUMNS`, then those of the
        complement `robustness`. Communes without inhabitants have only flips, and none.
    """
    case = _case(indicators, evidence, parameters)
    is_empty = (decided["verdict"] == "sans_objet").to_numpy()
    published = decided["is_underserved"]
    is_known = published.notna().to_numpy() & ~is_empty
    found = try_inputs(case)
    is_weak = (decided["accessibility_quality"] == LEAST_QUALITY).fillna(False).to_numpy(bool)
    says = published.fillna(False).to_numpy(dtype=bool)
    agreement = np.where(is_known, found.agreement(says), np.nan).round(DECIMALS)
    tried = try_thresholds(evidence, parameters.alerts, parameters.robustness.threshold_change)
    columns: dict[str, object] = {
        "underserved_probability": np.where(
            is_known & found.is_decided, found.underserved_low, np.nan
        ),
        "robustness": robustness_of(agreement, is_weak, parameters.robustness),
        **_ranks(_rank(decided, evidence, is_empty, parameters), decided.index),
        "flipping_inputs": _joined(flipping(case), ~is_empty),
        "flipping_thresholds": _joined(_by_parameter(tried), ~is_empty),
        "agreement": agreement,
        **_shares(found, is_empty),
    }
    return pd.DataFrame(columns, index=decided.index).round(DECIMALS)


def robustness_of(agreement: Floats, is_weak: Bools, ranges: Robustness) -> NDArray[np.object_]:
    """Name how far each verdict holds; None where the agreement is unknown.

    Parameters
    ----------
    agreement
        Share of draws that give the published answer, rounded as it is published; NaN where it is
        not given.
    is_weak
        Where most of the accessible hours are imputed.
    ranges
        Shares from which a verdict is `robuste`, `fragile`.

    Examples
    --------
    >>> share = np.array([0.95, 0.95, 0.7, 0.5, np.nan])
    >>> robustness_of(share, np.array([False, True, True, False, False]), Robustness()).tolist()
    ['robuste', 'fragile', 'fragile', 'bascule', None]
    """
    named = np.full(len(agreement), None, dtype=object)
    named[agreement < ranges.tipping_p] = "bascule"
    named[agreement >= ranges.tipping_p] = "fragile"
    named[(agreement >= ranges.robust_p) & ~is_weak] = "robuste"
    return named


def _case(indicators: Indicators, evidence: Evidence, parameters: Parameters) -> Case:
    """Gather what the draws start from; a rate without a bracket is its own."""
    table = indicators.table

    def end(name: str) -> Floats:
        found = measured(table, name)
        return np.where(np.isnan(found), evidence.taux, found)

    codes = table["code_insee"].to_numpy(dtype=str)
    bracket = end("taux_low"), end("taux_high")
    return Case(codes, indicators.reach, evidence, bracket, parameters)


def _rank(
    decided: pd.DataFrame, evidence: Evidence, is_empty: Bools, parameters: Parameters
) -> Ranks:
    """Rank the inhabited communes of the perimeter within their département."""
    families = score_families(
        evidence.minutes, evidence.accessibility, evidence.need, evidence.taux, parameters
    )
    is_ranked = decided["is_in_scope"].to_numpy(dtype=bool) & ~is_empty
    groups = np.where(is_ranked, decided["departement"].to_numpy(dtype=str), "")
    return rank_within(families, groups, parameters.composite, parameters.robustness)


def _ranks(ranks: Ranks, index: pd.Index) -> dict[str, pd.Series]:
    """Columns of ranks, whole numbers."""
    values = {
        "rank": ranks.rank,
        "rank_low": ranks.low,
        "rank_high": ranks.high,
        "rank_median": ranks.median,
        "ranked_count": ranks.among,
    }
    return {name: pd.Series(value, index).astype("Int64") for name, value in values.items()}


def _shares(found: Probabilities, is_empty: Bools) -> dict[str, Floats]:
    """Columns of the shares of draws; missing without inhabitants."""
    classes = {f"verdict_{one}_probability": found.classes[:, one] for one in CLASSES}
    shares = {
        "underserved_probability_low": found.underserved_low,
        "underserved_probability_high": found.underserved_high,
        "alert_offre_probability": found.offre,
        "alert_besoin_probability": found.besoin,
        "alert_connectivite_probability": found.connectivite,
        **classes,
        "verdict_indetermine_probability": found.undecided,
    }
    return {name: np.where(is_empty, np.nan, share) for name, share in shares.items()}


def _by_parameter(tried: list[Tried]) -> dict[str, Bools]:
    """Where a threshold changes the class, whichever way it moves."""
    found: dict[str, Bools] = {}
    for one in tried:
        found[one.parameter] = found.get(one.parameter, np.False_) | one.changes
    return found


def _joined(masks: Mapping[str, Bools], where: Bools) -> list[str]:
    """Join the names that hold for each commune by `|`."""
    held = zip(*((mask & where).tolist() for mask in masks.values()), strict=True)
    return ["|".join(name for name, up in zip(masks, ups, strict=True) if up) for ups in held]

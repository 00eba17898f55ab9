"""Calibration: the frozen values of a reference, computed on the whole of France.

    A_ref      weighted median of A over France, for each set of lists of places; the value that
               the method declared before stays where there is one (France Services alone)
    quantiles  of each indicator in France, each région, département and density class
    f̄          ΣP·f / ΣP, mean weight of an inhabitant in the demand
    grid       share of communes and of people in each class, by A/A_ref and need

Everything is weighted by population, over the communes whose value is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.assessment import Measured
from carto.measures.age_structure import has_ages
from carto.measures.commune_need import measure_need
from carto.measures.demand import AGE, NEED, measure_demand
from carto.need_variants import VARIANTS
from carto.reasons import Reasons
from carto.reference import (
    DENSITE,
    DEPARTEMENT,
    FRANCE,
    PERCENTS,
    PLAIN_INDICATORS,
    REGION,
    SUPPLY_INDICATORS,
    GroupQuantiles,
    Lists,
    SupplyReference,
    ThresholdShares,
)
from carto.tables.shared import VERDICTS
from carto.verdict.composite import composite_score
from carto.verdict.evidence import Evidence
from carto.verdict.judgement import judge
from carto.verdict.measured_evidence import evidence_of
from carto.verdict.parameters import Alerts, Parameters
from carto.weighted_quantiles import weighted_quantiles

Floats = NDArray[np.float64]

# Thresholds tried around those of the method.
APL_RATIOS = (0.3, 0.4, 0.5, 0.6, 0.7)
NEEDS = (6.0, 6.5, 7.0, 7.5, 8.0)

# References that the method declared before its calibrations, under which verdicts were published:
# a national median of another list of the same places.
DECLARED: Mapping[Lists, float] = {("france_services",): Alerts().apl_ref}

# Decimals of each indicator: those it is published with, or a value equal to a quantile would seem
# above or below it.
INDICATOR_DECIMALS = {
    "taux_couverture_ftth": 6,
    "need": 2,
    "people_65_share": 4,
    "nearest_site_min": 2,
    "accessibility": 4,
    "score": 2,
}
REFERENCE_DECIMALS = 2
SHARE_DECIMALS = 4
MEAN_DECIMALS = 6


@dataclass(frozen=True)
class SupplyCalibration:
    """What one set of lists of places gives to a reference."""

    supply: SupplyReference
    quantiles: tuple[GroupQuantiles, ...]
    thresholds: tuple[ThresholdShares, ...]


def calibrate_supply(measured: Measured, lists: Lists, parameters: Parameters) -> SupplyCalibration:
    """Compute the reference of one set of lists, what hangs on it, and the grid of thresholds.

    Parameters
    ----------
    measured
        The whole of France, with the places of these lists only.
    lists
        Reader ids of the lists, sorted.
    parameters
        The method, whose `alerts.apl_ref` gives way to that of the lists.
    """
    table, evidence = measured.indicators.table, evidence_of(measured.indicators)
    people = table["population"].to_numpy(dtype=float, na_value=np.nan)
    median = weighted_quantiles(evidence.accessibility, people, [50])[0]
    apl_ref = DECLARED.get(lists, round(float(median), REFERENCE_DECIMALS))
    calibrated = replace(parameters, alerts=replace(parameters.alerts, apl_ref=apl_ref))
    score = composite_score(
        evidence.minutes, evidence.accessibility, evidence.need, evidence.taux, calibrated
    )
    return SupplyCalibration(
        supply=SupplyReference(
            lists=lists,
            apl_ref=apl_ref,
            median=round(float(median), REFERENCE_DECIMALS),
            sites=0 if measured.supply is None else len(measured.supply),
        ),
        quantiles=tuple(group_quantiles(table.assign(score=score), SUPPLY_INDICATORS, lists)),
        thresholds=tuple(_grid(evidence, people, lists, calibrated.alerts)),
    )


def plain_quantiles(measured: Measured) -> tuple[GroupQuantiles, ...]:
    """Compute the quantiles of what does not hang on the places counted."""
    table = measured.indicators.table
    share = table["people_65_count"].astype(float) / table["population"].astype(float)
    return tuple(group_quantiles(table.assign(people_65_share=share), PLAIN_INDICATORS, ()))


def group_quantiles(
    communes: pd.DataFrame, indicators: tuple[str, ...], lists: Lists
) -> Iterator[GroupQuantiles]:
    """Yield the quantiles of each indicator in each group where a value is known.

    Parameters
    ----------
    communes
        With `departement`, `region`, `population`, the indicators, and `densite_classe` when the
        density grid is supplied.
    indicators
        Columns of the table.
    lists
        What the rows are to say of the places counted.
    """
    people = communes["population"].to_numpy(dtype=float, na_value=np.nan)
    for indicator in indicators:
        values = communes[indicator].to_numpy(dtype=float, na_value=np.nan)
        for level, code, rows in _groups(communes):
            x, weights = values[rows], people[rows]
            known = ~np.isnan(x) & (np.nan_to_num(weights) > 0)
            if known.any():
                decimals = INDICATOR_DECIMALS[indicator]
                found = weighted_quantiles(x, weights, PERCENTS).round(decimals)
                yield GroupQuantiles(
                    level=level,
                    code=code,
                    indicator=indicator,
                    lists=lists,
                    communes=int(known.sum()),
                    people=int(weights[known].sum()),
                    values=tuple(found.tolist()),
                )


def demand_means(measured: Measured, parameters: Parameters) -> dict[str, float]:
    """Compute the mean weight of an inhabitant in the demand, by each thing that may give it.

    Parameters
    ----------
    measured
        The whole of France.
    parameters
        Deciles of the variant `revenu`, rates by age.

    Returns
    -------
    dict
        One value for each variant of the need that can be measured, and under `age` when the ages
        are known.
    """
    communes, tables = measured.indicators.table, measured.tables
    means = {}
    for variant, described in VARIANTS.items():
        if set(described.sources) <= set(tables):
            reasons = Reasons(len(communes))
            scored = measure_need(communes, tables, variant, parameters.need, reasons)
            by_need = replace(parameters.demand, standard=NEED)
            means[variant] = measure_demand(scored, tables, variant, by_need).mean
    if "structure_population" in tables and has_ages(tables["structure_population"]):
        by_age = replace(parameters.demand, standard=AGE)
        means[AGE] = measure_demand(communes, tables, None, by_age).mean
    return {name: round(mean, MEAN_DECIMALS) for name, mean in sorted(means.items())}


def _groups(communes: pd.DataFrame) -> Iterator[tuple[str, str, NDArray[np.intp]]]:
    """Yield level, code and rows of each group, sorted."""
    yield FRANCE, "", np.arange(len(communes))
    columns = {REGION: "region", DEPARTEMENT: "departement", DENSITE: "densite_classe"}
    for level, column in columns.items():
        if column in communes:
            for code, rows in sorted(communes.groupby(column).indices.items()):
                yield level, str(code), np.asarray(rows)


def _grid(
    evidence: Evidence, people: Floats, lists: Lists, alerts: Alerts
) -> Iterator[ThresholdShares]:
    """Yield what each pair of thresholds would give, the others as they are."""
    weights = np.nan_to_num(people)
    for ratio, threshold in product(APL_RATIOS, NEEDS):
        tried = replace(alerts, apl_ratio=ratio, need=threshold)
        classes = judge(evidence, tried).verdicts
        names = np.where(classes.decided, classes.low.astype(str), "indetermine")
        verdicts = np.where(people == 0, "sans_objet", names)
        yield ThresholdShares(
            lists,
            ratio,
            threshold,
            communes=_shares(verdicts, np.ones(len(verdicts))),
            people=_shares(verdicts, weights),
        )


def _shares(verdicts: NDArray[np.str_], weights: Floats) -> tuple[float, ...]:
    """Share of the weights that each verdict holds."""
    total = weights.sum()
    held = (float(weights[verdicts == verdict].sum() / total) for verdict in VERDICTS)
    return tuple(round(share, SHARE_DECIMALS) for share in held)

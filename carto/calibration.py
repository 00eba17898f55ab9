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

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.assessment import Measured
from carto.measures.commune_need import measure_need
from carto.measures.indicators import Indicators
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
from carto.verdict import alerts as alert_rules
from carto.verdict.alerts import Alert
from carto.verdict.classes import classify
from carto.verdict.decision import decide
from carto.verdict.parameters import Alerts, Need, Parameters
from carto.verdict.sentence import Wording
from carto.weighted_quantiles import weighted_quantiles

Floats = NDArray[np.float64]

# Thresholds tried around those of the method.
APL_RATIOS = (0.3, 0.4, 0.5, 0.6, 0.7)
NEEDS = (6.0, 6.5, 7.0, 7.5, 8.0)

# References that the method declared before its calibrations, under which verdicts were published:
# a national median of another list of the same places.
DECLARED: Mapping[Lists, float] = {("france_services",): Alerts().apl_ref}

# Decimals of each indicator: those it is published with.
_DECIMALS = {
    "taux_couverture_ftth": 4,
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


def calibrate_supply(
    measured: Measured, lists: Lists, parameters: Parameters, wording: Wording
) -> SupplyCalibration:
    """Compute the reference of one set of lists, what hangs on it, and the grid of thresholds.

    Parameters
    ----------
    measured
        The whole of France, with the places of these lists only.
    lists
        Reader ids of the lists, sorted.
    parameters
        The method, whose `alerts.apl_ref` gives way to that of the lists.
    wording
        What sentences need; they are not kept.
    """
    table = measured.indicators.table
    people = table["population"].to_numpy(dtype=float, na_value=np.nan)
    reached = table["accessibility"].to_numpy(dtype=float, na_value=np.nan)
    median = round(float(weighted_quantiles(reached, people, [50])[0]), REFERENCE_DECIMALS)
    apl_ref = DECLARED.get(lists, median)
    calibrated = replace(parameters, alerts=replace(parameters.alerts, apl_ref=apl_ref))
    decided = decide(measured.indicators, calibrated, wording).table
    sites = 0 if measured.supply is None else len(measured.supply)
    return SupplyCalibration(
        supply=SupplyReference(lists, apl_ref, median, sites),
        quantiles=tuple(group_quantiles(decided, SUPPLY_INDICATORS, lists)),
        thresholds=tuple(_grid(measured.indicators, decided, lists, calibrated)),
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
                found = weighted_quantiles(x, weights, PERCENTS).round(_DECIMALS[indicator])
                yield GroupQuantiles(
                    level=level,
                    code=code,
                    indicator=indicator,
                    lists=lists,
                    communes=int(known.sum()),
                    people=int(weights[known].sum()),
                    values=tuple(found.tolist()),
                )


def demand_means(
    measured: Measured, tables: Mapping[str, pd.DataFrame], need: Need
) -> dict[str, float]:
    """Compute the mean weight of an inhabitant by each variant of the need that can be measured.

    Parameters
    ----------
    measured
        The whole of France.
    tables
        Validated tables by source id.
    need
        Deciles of the variant `revenu`.
    """
    communes = measured.indicators.table
    people = communes["population"].to_numpy(dtype=float, na_value=np.nan)
    means = {}
    for variant, described in sorted(VARIANTS.items()):
        if set(described.sources) <= set(tables):
            scored = measure_need(communes, tables, variant, need, Reasons(len(communes)))
            weights = scored["need"].to_numpy(dtype=float, na_value=np.nan)
            known = ~np.isnan(weights) & ~np.isnan(people)
            mean = float((weights[known] * people[known]).sum() / people[known].sum())
            means[variant] = round(mean, MEAN_DECIMALS)
    return means


def _groups(communes: pd.DataFrame) -> Iterator[tuple[str, str, NDArray[np.intp]]]:
    """Yield level, code and rows of each group, sorted."""
    yield FRANCE, "", np.arange(len(communes))
    columns = {REGION: "region", DEPARTEMENT: "departement", DENSITE: "densite_classe"}
    for level, column in columns.items():
        if column in communes:
            for code, rows in sorted(communes.groupby(column).indices.items()):
                yield level, str(code), np.asarray(rows)


def _grid(
    indicators: Indicators, decided: gpd.GeoDataFrame, lists: Lists, parameters: Parameters
) -> Iterator[ThresholdShares]:
    """Yield what each pair of thresholds would give; the alert on fibre stays as decided."""
    table, reach = indicators.table, indicators.reach
    if reach is None:
        return
    people = np.nan_to_num(table["population"].to_numpy(dtype=float, na_value=np.nan))
    need = table["need"].to_numpy(dtype=float, na_value=np.nan)
    fibre = _alert(decided["alert_connectivite"])
    empty = (decided["verdict"] == "sans_objet").to_numpy()
    for ratio, threshold in product(APL_RATIOS, NEEDS):
        alerts = replace(parameters.alerts, apl_ratio=ratio, need=threshold)
        minutes = reach.nearest.minutes.round(2)
        offre = alert_rules.offre(minutes, reach.low, reach.high, alerts)
        classes = classify(offre, alert_rules.besoin(need, alerts), fibre)
        names = np.where(classes.decided, classes.low.astype(str), "indetermine")
        verdicts = np.where(empty, "sans_objet", names)
        yield ThresholdShares(
            lists,
            ratio,
            threshold,
            communes=_shares(verdicts, np.ones(len(verdicts))),
            people=_shares(verdicts, people),
        )


def _shares(verdicts: NDArray[np.str_], weights: Floats) -> tuple[float, ...]:
    """Share of the weights that each verdict holds."""
    total = weights.sum()
    held = (float(weights[verdicts == verdict].sum() / total) for verdict in VERDICTS)
    return tuple(round(share, SHARE_DECIMALS) for share in held)


def _alert(column: pd.Series) -> Alert:
    """Read a published alert back: both truths where it is missing."""
    return Alert(
        column.fillna(False).to_numpy(dtype=bool), column.fillna(True).to_numpy(dtype=bool)
    )

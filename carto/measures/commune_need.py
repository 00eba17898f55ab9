"""Need of every commune, 1 (low) to 10 (high), by the variant of the snapshot.

    N = mean of the poverty, age and diploma scores         variants `ifn` and `insee`

A missing score makes the need missing: the mean of the others would be another quantity. The scores
of networks, which the IFN has too, are left out: fibre is an alert of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from carto import flags
from carto.measures.national_scores import SCORES, score_nation
from carto.measures.need import need_by_income
from carto.need_variants import IFN, INSEE, REVENU
from carto.reasons import Reasons
from carto.verdict.parameters import Need

DECIMALS = 2
_INDICATORS = {
    "poverty_score": "poverty_rate",
    "age_score": "older_65_rate",
    "diploma_score": "nscol15p_rate",
}


def measure_need(
    communes: gpd.GeoDataFrame,
    tables: Mapping[str, pd.DataFrame],
    variant: str | None,
    need: Need,
    reasons: Reasons,
) -> gpd.GeoDataFrame:
    """Add the three scores and the need.

    Parameters
    ----------
    communes
        With `code_insee`, `flags` and `niveau_vie_median` (€ a year, missing where secret).
    tables
        Validated tables by source id: those that the variant rests on.
    variant
        A key of `need_variants.VARIANTS`; without one the need is unknown.
    need
        Deciles of the variant `revenu`.
    reasons
        Told why each missing value is missing; its rows are those of `communes`.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows with `poverty_score`, `age_score`, `diploma_score` and `need`, and the flag
        `REPLI_EPCI` where the poverty of the EPCI stands for that of the commune.
    """
    unscored = communes.assign(**dict.fromkeys((*SCORES, "need"), np.nan))
    if variant is None:
        reasons.explain([*SCORES, "need"], flags.VARIANTE_NON_DECLAREE)
        return unscored
    if variant == REVENU:
        reasons.explain(SCORES, flags.AUTRE_VARIANTE)
        reasons.repeat("niveau_vie_median", "need")
        income = communes["niveau_vie_median"].to_numpy(dtype=float, na_value=np.nan)
        return unscored.assign(need=need_by_income(income, need))
    scored = {IFN: _from_ifn, INSEE: _from_insee}[variant](communes, tables, reasons)
    for column in reversed(SCORES):
        reasons.repeat(column, "need")
    return scored.assign(need=scored[list(SCORES)].mean(axis=1, skipna=False).round(DECIMALS))


def _from_ifn(
    communes: gpd.GeoDataFrame, tables: Mapping[str, pd.DataFrame], reasons: Reasons
) -> gpd.GeoDataFrame:
    """Take the scores of the IFN as published."""
    ifn, place = _rows_of(communes, tables["fragilite"])
    indicators = ifn["ifn_indicateurs"].fillna("").str.split("|")
    for column, indicator in _INDICATORS.items():
        missing = ifn[column].isna()
        has_it = indicators.map(lambda names, wanted=indicator: wanted in names)
        reasons.explain([column], flags.VALEUR_NON_DIFFUSEE, missing)
        reasons.explain([column], flags.INDICATEUR_ABSENT, missing & ~has_it)
    for why in sorted(ifn["missing_reason"].dropna().unique()):
        reasons.explain(SCORES, why, (ifn["missing_reason"] == why) & ifn["ifn_total"].isna())
    reasons.explain(SCORES, flags.COMMUNE_ABSENTE, place < 0)
    return communes.assign(
        **{name: ifn[name].astype(float).round(DECIMALS).array for name in SCORES}
    )


def _from_insee(
    communes: gpd.GeoDataFrame, tables: Mapping[str, pd.DataFrame], reasons: Reasons
) -> gpd.GeoDataFrame:
    """Recompute the scores from the figures of INSEE."""
    scores, place = _rows_of(communes, score_nation(tables))
    for name in SCORES:
        reasons.explain([name], flags.VALEUR_NON_DIFFUSEE, scores[name].isna())
    reasons.explain(SCORES, flags.COMMUNE_ABSENTE, place < 0)
    of_epci = pd.Series(scores["is_epci_rate"].eq(True).to_numpy(), index=communes.index)
    return communes.assign(
        **{name: scores[name].array for name in SCORES},
        flags=flags.raised({flags.REPLI_EPCI: of_epci}, before=communes["flags"]),
    )


def _rows_of(
    communes: gpd.GeoDataFrame, table: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """Align a table with the communes; its position is negative where it has no row."""
    place = pd.Index(table["code_insee"]).get_indexer(pd.Index(communes["code_insee"]))
    return table.reset_index(drop=True).reindex(place).reset_index(drop=True), place

"""Clusters: communes that are like their neighbours, and those that are not, beyond chance.

Local Moran (`carto.statistics.local_moran`) of three indicators, among the nearest communes of one
legal projection, over the published communes and their buffer: neighbours cut at a border would
change labels near it. Communes whose value is unknown are left out before neighbours are looked
for. Overseas, each département is compared with itself alone.

Thousands of tests at once find clusters in noise: p is corrected for the share of false
discoveries (Benjamini and Hochberg, 1995), all the communes of an indicator together.

A cluster describes where values gather, not why.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from carto.crs import LAMBERT_93, metric_crs
from carto.statistics.local_moran import local_moran, nearest_neighbours
from carto.tables.clusters import CLUSTERS
from carto.verdict.parameters import Clusters
from carto.vocabulary import CLUSTERED

DECIMALS = 4
_MAINLAND = "metropole"


def find_clusters(communes: pd.DataFrame, parameters: Clusters, seed: int) -> pd.DataFrame:
    """Find the clusters of every indicator.

    Parameters
    ----------
    communes
        Columns `code_insee departement x_m y_m is_published need accessibility score`, buffer
        included; metres in the legal projection of the département.
    parameters
        Neighbours, permutations, share of false discoveries.
    seed
        Of the permutations.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `clusters`: one row per published commune and indicator, sorted so.
    """
    published = communes["is_published"].to_numpy(dtype=bool)
    tables = [
        _clusters_of(indicator, communes, parameters, seed)[published] for indicator in CLUSTERED
    ]
    found = pd.concat(tables).sort_values(["code_insee", "indicator"], ignore_index=True)
    return found[list(CLUSTERS.names)]


def label_of(
    is_high: NDArray[np.bool_], is_high_around: NDArray[np.bool_], significant: NDArray[np.bool_]
) -> NDArray[np.str_]:
    """Name the label of communes: alike and high, alike and low, unlike, or nothing to say.

    >>> own, around = np.array([True, False, True]), np.array([True, False, False])
    >>> label_of(own, around, np.array([True, True, False])).tolist()
    ['concentration', 'creux', 'non_significatif']
    """
    kinds = [~significant, is_high & is_high_around, ~is_high & ~is_high_around]
    return np.select(kinds, ["non_significatif", "concentration", "creux"], "atypique")


def meaning_of(indicator: str, label: str, is_high: bool) -> str:
    """Say in French what a label of an indicator means.

    >>> meaning_of("accessibility", "creux", False)
    'offre accessible faible, comme les communes voisines'
    >>> meaning_of("need", "atypique", True)
    'besoin fort, contrairement aux communes voisines'
    """
    if label == "non_significatif":
        return "rien de plus que le hasard"
    high, low = CLUSTERED[indicator]
    around = "contrairement aux" if label == "atypique" else "comme les"
    return f"{high if is_high else low}, {around} communes voisines"


def _clusters_of(
    indicator: str, communes: pd.DataFrame, parameters: Clusters, seed: int
) -> pd.DataFrame:
    """Find the clusters of one indicator, a row per commune; empty cells where none is computed."""
    values = communes[indicator].to_numpy(dtype=float, na_value=np.nan)
    points = communes[["x_m", "y_m"]].to_numpy(dtype=float)
    size = len(communes)
    local_i, p_value = np.full(size, np.nan), np.full(size, np.nan)
    is_high, is_high_around = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    for here in _comparable(communes, values):
        neighbours = nearest_neighbours(points[here], parameters.knn)
        moran = local_moran(values[here], neighbours, parameters.permutations, seed)
        local_i[here], p_value[here] = moran.local_i, moran.p_value
        is_high[here], is_high_around[here] = moran.is_high, moran.is_high_around
    computed = ~np.isnan(p_value)
    adjusted = np.full(size, np.nan)
    if computed.any():
        adjusted[computed] = false_discovery_control(p_value[computed])
    significant = adjusted <= parameters.alpha
    quadrant = np.where(is_high, "H", "L") + np.where(is_high_around, "H", "L")
    label = label_of(is_high, is_high_around, significant)
    meaning = [meaning_of(indicator, *said) for said in zip(label, is_high.tolist(), strict=True)]
    return pd.DataFrame(
        {
            "code_insee": communes["code_insee"].to_numpy(),
            "indicator": indicator,
            "label": pd.Series(label, dtype=object).where(computed, None),
            "meaning": pd.Series(meaning, dtype=object).where(computed, None),
            "quadrant": pd.Series(quadrant, dtype=object).where(computed, None),
            "local_i": local_i.round(DECIMALS),
            "p_value": p_value.round(6),
            "p_adjusted": adjusted.round(6),
            "is_significant": significant,
        }
    )


def _comparable(communes: pd.DataFrame, values: NDArray[np.float64]) -> Iterator[NDArray[np.int64]]:
    """List the communes that are compared together: known values of one area, not all equal."""
    areas = np.array(
        [_MAINLAND if metric_crs(code) == LAMBERT_93 else code for code in communes["departement"]]
    )
    for area in np.unique(areas):
        here = np.flatnonzero((areas == area) & ~np.isnan(values))
        if len(here) > 1 and np.ptp(values[here]) > 0:
            yield here

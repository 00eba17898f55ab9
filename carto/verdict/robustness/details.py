"""The two tables of details: draws and ranks by commune, effect of each threshold."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from carto.measures.indicators import Indicators
from carto.tables.appraisal import ROBUSTNESS, SENSITIVITY
from carto.verdict.measured_evidence import evidence_of
from carto.verdict.parameters import Parameters
from carto.verdict.robustness.thresholds import try_thresholds


def robustness_details(decided: gpd.GeoDataFrame) -> pd.DataFrame:
    """List the draws and ranks of the published communes.

    Parameters
    ----------
    decided
        Communes with the columns of `carto.verdict.robustness.appraisal.appraise`.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `robustness`.
    """
    published = decided[decided["is_published"].astype(bool)]
    return pd.DataFrame(published[list(ROBUSTNESS.names)]).reset_index(drop=True)


def sensitivity(
    indicators: Indicators, decided: gpd.GeoDataFrame, parameters: Parameters
) -> pd.DataFrame:
    """Count the published communes whose class changes with each threshold.

    Parameters
    ----------
    indicators, decided
        The same communes, measured and decided; those without inhabitants do not count.
    parameters
        Thresholds, and the share that each is moved by.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `sensitivity`.
    """
    counted = decided["is_published"].astype(bool) & (decided["verdict"] != "sans_objet")
    where = counted.to_numpy(dtype=bool)
    change = parameters.robustness.threshold_change
    tried = try_thresholds(evidence_of(indicators), parameters.alerts, change)
    rows = [
        (
            one.parameter,
            one.direction,
            one.value,
            *(
                int(np.count_nonzero(mask & where))
                for mask in (one.changes, one.becomes, one.ceases)
            ),
        )
        for one in tried
    ]
    return pd.DataFrame(rows, columns=list(SENSITIVITY.names))

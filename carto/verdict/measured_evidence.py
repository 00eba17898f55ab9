"""Evidence read from the measures, before they are published."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.measures.copper_classes import judged_levels
from carto.measures.indicators import Indicators
from carto.verdict.evidence import MINUTES_DECIMALS, Evidence, Floats


def evidence_of(indicators: Indicators) -> Evidence:
    """Read the evidence on every commune; without a source of places, supply is unknown."""
    table, reach = indicators.table, indicators.reach
    unknown = np.full(len(table), np.nan)
    return Evidence(
        minutes=unknown if reach is None else reach.nearest.minutes.round(MINUTES_DECIMALS),
        lowest=unknown if reach is None else reach.low,
        highest=unknown if reach is None else reach.high,
        need=measured(table, "need"),
        taux=measured(table, "taux_couverture_ftth"),
        copper_levels=judged_levels(
            table["copper_class"].to_numpy(dtype=object),
            table["fermeture_technique"].to_numpy(dtype=object),
        ),
    )


def measured(table: pd.DataFrame, column: str) -> Floats:
    """Read a measured column as floats, NaN where missing."""
    return np.asarray(table[column].to_numpy(dtype=float, na_value=np.nan))

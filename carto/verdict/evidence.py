"""Evidence: what alerts are decided on, read from the measures as they are published."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.measures.copper import judged_levels
from carto.measures.indicators import Indicators

Floats = NDArray[np.float64]

# Decimals of a published travel time.
MINUTES_DECIMALS = 2


@dataclass(frozen=True)
class Evidence:
    """What alerts are decided on, one value per commune; NaN is unknown.

    Attributes
    ----------
    minutes
        Travel time to the nearest place; infinite when none.
    lowest, highest
        Bounds of the accessibility, hours a week per 1,000 inhabitants.
    need
        1 to 10.
    taux
        Share 0–1 of `locaux_raccordables`.
    copper_levels
        Class of the closure of copper, 0 to 4.
    """

    minutes: Floats
    lowest: Floats
    highest: Floats
    need: Floats
    taux: Floats
    copper_levels: Floats

    @property
    def accessibility(self) -> Floats:
        """Accessibility where it is not only bounded."""
        return np.where(self.lowest == self.highest, self.highest, np.nan)


def evidence_of(indicators: Indicators) -> Evidence:
    """Read the evidence on every commune; without a source of places, supply is unknown."""
    table, reach = indicators.table, indicators.reach
    unknown = np.full(len(table), np.nan)
    return Evidence(
        minutes=unknown if reach is None else reach.nearest.minutes.round(MINUTES_DECIMALS),
        lowest=unknown if reach is None else reach.low,
        highest=unknown if reach is None else reach.high,
        need=floats(table, "need"),
        taux=floats(table, "taux_couverture_ftth"),
        copper_levels=judged_levels(table["copper_class"], table["fermeture_technique"]),
    )


def floats(table: pd.DataFrame, column: str) -> Floats:
    """Read a column as floats, NaN where missing."""
    return np.asarray(table[column].to_numpy(dtype=float, na_value=np.nan))

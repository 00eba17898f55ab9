"""Evidence: what the alerts of n communes are decided on, and how it is read from published rows.

A verdict is decided on published values, so that anybody who reads the table can decide it again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.measures.copper_classes import judged_levels

Floats = NDArray[np.float64]

# Decimals of a published travel time.
MINUTES_DECIMALS = 2
# Columns of the published communes that evidence is read from.
EVIDENCE_COLUMNS = (
    *("nearest_site_min", "accessibility_low", "accessibility_high", "sites_count"),
    *("need", "taux_couverture_ftth", "copper_class", "fermeture_technique"),
)


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


def published_evidence(columns: Mapping[str, Sequence[object]]) -> Evidence:
    """Read the evidence back from the published communes.

    Parameters
    ----------
    columns
        The columns `EVIDENCE_COLUMNS`, None where a value is missing. A commune whose places are
        counted and that has no time has no place in reach.

    Examples
    --------
    >>> columns = {name: [1.0, None] for name in EVIDENCE_COLUMNS} | {"sites_count": [0, 0]}
    >>> published_evidence(columns).minutes.tolist()
    [1.0, inf]
    """
    minutes = floats(columns["nearest_site_min"])
    counted = ~np.isnan(floats(columns["sites_count"]))
    return Evidence(
        minutes=np.where(np.isnan(minutes) & counted, np.inf, minutes),
        lowest=floats(columns["accessibility_low"]),
        highest=floats(columns["accessibility_high"]),
        need=floats(columns["need"]),
        taux=floats(columns["taux_couverture_ftth"]),
        copper_levels=judged_levels(columns["copper_class"], columns["fermeture_technique"]),
    )


def floats(values: Sequence[object]) -> Floats:
    """Read numbers as floats, NaN where missing.

    >>> floats([1, None]).tolist()
    [1.0, nan]
    """
    return np.array(values, dtype=float)

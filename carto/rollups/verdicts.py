"""Verdicts of a territory: communes and people of each class, those known to be under-served."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped
from carto.tables.shared import VERDICTS


def roll_up_verdicts(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Count the communes and the people of each verdict.

    Parameters
    ----------
    grouped
        Columns `verdict` and `is_underserved` (False where not known to be).

    Returns
    -------
    dict
        `communes_verdict_*`, `population_verdict_*_share`, `communes_underserved`, and
        `population_underserved` (of the communes whose population is known).
    """
    verdict, underserved = grouped["verdict"], grouped["is_underserved"]
    found: dict[str, NDArray[Any]] = {}
    for name in VERDICTS:
        found[f"communes_verdict_{name}"] = grouped.count_where(verdict == name)
        found[f"population_verdict_{name}_share"] = grouped.share(verdict == name)
    return found | {
        "communes_underserved": grouped.count_where(underserved),
        "population_underserved": grouped.sum(np.where(underserved, grouped.people, 0)),
    }

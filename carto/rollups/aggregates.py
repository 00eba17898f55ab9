"""What every territory has: each measure of its communes, rolled up.

The build rolls whole levels up from tables, a service one territory from the rows it holds: both
come here with the same arrays, and find the same figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.averages import AVERAGED, COUNTED, roll_up_averages
from carto.rollups.fibre import SUMMED as FIBRE_COUNTS
from carto.rollups.fibre import roll_up_fibre
from carto.rollups.grouped import Grouped
from carto.rollups.inequality import roll_up_inequality
from carto.rollups.local import SUMMED as LOCAL_SUMS
from carto.rollups.local import roll_up_local
from carto.rollups.supply import roll_up_supply
from carto.rollups.verdicts import (
    roll_up_copper,
    roll_up_robustness,
    roll_up_types,
    roll_up_verdicts,
)
from carto.tables.shared import PROVISION_COLUMNS
from carto.verdict.parameters import Parameters

# Columns of communes that are rolled up.
NUMBERS = (
    *("population", *FIBRE_COUNTS, "taux_couverture_ftth", "sites_count", "hours_per_week"),
    *("population_beyond_time_share", *AVERAGED, *COUNTED, *LOCAL_SUMS),
    *(column.name for column in PROVISION_COLUMNS),
)
TEXTS = (
    *("code_insee", "siren_epci", "region", "fibre_quarter", "copper_class"),
    *("verdict", "typology", "robustness"),
)


def aggregates(grouped: Grouped, parameters: Parameters) -> dict[str, NDArray[Any]]:
    """Compute the columns that territories of every level have.

    Parameters
    ----------
    grouped
        The columns `NUMBERS` and `TEXTS`, `is_underserved` (False where not known to be) and
        `is_commune_relais` (0 or 1).
    parameters
        Limits of publication, threshold of time, hours of a job.
    """
    return {
        "communes_count": grouped.count_where(np.ones(len(grouped.people), dtype=bool)),
        "population": grouped.population,
        **roll_up_fibre(grouped),
        **roll_up_supply(grouped, parameters),
        **roll_up_averages(grouped),
        **roll_up_inequality(grouped),
        **roll_up_copper(grouped),
        **roll_up_verdicts(grouped),
        **roll_up_types(grouped),
        **roll_up_robustness(grouped),
        **roll_up_local(grouped, parameters.supply.fte_hours),
    }


def read_columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
    """Read the columns to roll up from rows: missing numbers are NaN, missing texts empty.

    Parameters
    ----------
    rows
        Published communes, None where a value is missing.
    """
    columns: dict[str, NDArray[Any]] = {
        name: np.array([row[name] for row in rows], dtype=float)
        for name in (*NUMBERS, "is_commune_relais")
    }
    for name in TEXTS:
        columns[name] = np.array([row[name] or "" for row in rows], dtype=object)
    columns["is_underserved"] = np.array([row["is_underserved"] is True for row in rows])
    return columns

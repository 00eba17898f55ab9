"""Local files made facts of communes: one row per commune, ready to be joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from carto.measures.activity import measure_activity
from carto.measures.activity_years import measure_activity_years
from carto.measures.relays import measure_relays
from carto.measures.survey import measure_survey

_MEASURES: Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "activite": measure_activity,
    "communes_relais": measure_relays,
    "enquete": measure_survey,
}


def with_local_measures(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Replace the tables of local files by what communes take from them.

    Parameters
    ----------
    tables
        Validated tables by source id.

    Returns
    -------
    dict
        The same ids; `activite`, `communes_relais` and `enquete` are by commune. With `activite`,
        `activity_years` tells it by year and kind too.
    """
    yearly = (
        {"activity_years": measure_activity_years(tables["activite"])}
        if "activite" in tables
        else {}
    )
    return yearly | {
        name: _MEASURES[name](table) if name in _MEASURES else table
        for name, table in tables.items()
    }

"""Activity by commune, calendar year and kind of action: what a yearly table is made of."""

from __future__ import annotations

import pandas as pd

from carto.tables.local_inputs import DROP_INS
from carto.tables.local_published import ACTIVITY_YEARS


def measure_activity_years(activity: pd.DataFrame) -> pd.DataFrame:
    """Count actions, hours and participations of each commune, year and kind.

    Parameters
    ----------
    activity
        Meets the contract `activite`. Each session of permanences and appointments is one; a
        course of several sessions counts once.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `activity_years`; participations are missing as soon as those of one
        action are.
    """
    sessions = activity["seances"].fillna(1).astype(int)
    is_drop_in = activity["type"].isin(DROP_INS)
    rows = pd.DataFrame(
        {
            "code_insee": activity["code_insee"],
            "annee": activity["date"].str[:4].astype(int),
            "type": activity["type"],
            "actions_count": sessions.where(is_drop_in, 1),
            "heures": activity["duree"].astype(float) * sessions,
            "participations_count": activity["participants"].astype("Int64"),
        }
    )
    key = list(ACTIVITY_YEARS.key)
    found = rows.groupby(key, sort=True).sum(min_count=1).round(2)
    counted = rows["participations_count"].notna().groupby([rows[name] for name in key]).all()
    found["participations_count"] = found["participations_count"].where(counted)
    return found.reset_index()[list(ACTIVITY_YEARS.names)]

"""Activity of the mediators by commune: what was held there, and for how many hours.

    hours of a row = duration × sessions           a commune's = sum over what was held in it
    hours a year   = hours / calendar years of the file
    share of working time = hours a year / (ETP × 1607), for a territory whose mediators are known

An action counts where it took place, not at the address of the employer: most workshops leave the
centre. Hours of a past period are shown; they are no opening hours and do not enter the supply.
"""

from __future__ import annotations

import pandas as pd

from carto.tables.local_inputs import DROP_INS, INFORMATION, WORKSHOPS


def measure_activity(activity: pd.DataFrame) -> pd.DataFrame:
    """Count actions, hours and participations of each commune.

    Parameters
    ----------
    activity
        Meets the contract `activite`; hours a session in `duree`, missing `seances` is one.

    Returns
    -------
    pandas.DataFrame
        Columns `code_insee`, `ateliers_count`, `ateliers_heures`, `points_information_count`,
        `permanences_heures`, `participations_count`, `seances_heures_par_an`, one row per commune
        with an action, sorted. Participations are missing as soon as those of one action are. The
        calendar years are those from the first to the last action of the whole file.
    """
    kind = activity["type"]
    hours = activity["duree"].astype(float) * activity["seances"].fillna(1).astype(int)
    is_workshop, is_drop_in = kind.isin(WORKSHOPS), kind.isin(DROP_INS)
    rows = pd.DataFrame(
        {
            "code_insee": activity["code_insee"],
            "ateliers_count": is_workshop.astype("Int64"),
            "ateliers_heures": hours.where(~is_drop_in, 0.0),
            "points_information_count": (kind == INFORMATION).astype("Int64"),
            "permanences_heures": hours.where(is_drop_in, 0.0),
            "participations_count": activity["participants"].astype("Int64"),
            "seances_heures_par_an": hours / _years(activity["date"]),
        }
    )
    found = rows.groupby("code_insee").sum(min_count=1).round(2)
    is_partial = rows["participations_count"].isna().groupby(rows["code_insee"]).any()
    found["participations_count"] = found["participations_count"].mask(is_partial)
    return found.reset_index()


def _years(dates: pd.Series) -> int:
    """Count the calendar years from the first to the last of ISO dates."""
    return int(dates.max()[:4]) - int(dates.min()[:4]) + 1

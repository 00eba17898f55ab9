"""Relay communes: they inform, direct and enrol people; they give no hours of help.

A relay makes help easier to hear of, not nearer: it counts zero hours in the supply.
"""

from __future__ import annotations

import pandas as pd


def measure_relays(relays: pd.DataFrame) -> pd.DataFrame:
    """Say of each listed commune whether it is a relay, and since when.

    Parameters
    ----------
    relays
        Meets the contract `communes_relais`: a listed commune without a date is no relay, one that
        is not listed is unknown.

    Returns
    -------
    pandas.DataFrame
        Columns `code_insee`, `is_commune_relais`, `relais_date`, one row per listed commune.
    """
    return pd.DataFrame(
        {
            "code_insee": relays["code_insee"],
            "is_commune_relais": relays["date_convention"].notna().astype("boolean"),
            "relais_date": relays["date_convention"],
        }
    )

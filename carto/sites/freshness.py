"""How old the records of places are, beside the newest source: never beside the clock."""

from __future__ import annotations

import pandas as pd

from carto import flags
from carto.verdict.parameters import Sites


def flag_old(sites: pd.DataFrame, reference_date: str, rules: Sites) -> pd.DataFrame:
    """Flag records that were updated long before the newest source of places.

    Parameters
    ----------
    sites
        Columns `date_maj` (ISO date, may be missing) and `flags`.
    reference_date
        ISO date of the newest source of places; empty when there is none: nothing is flagged.
    rules
        Ages in days.

    Returns
    -------
    pandas.DataFrame
        The rows with `FICHE_ANCIENNE` or `FICHE_PERIMEE` in `flags`; an undated record has
        neither: its age is unknown.
    """
    if not reference_date:
        return sites
    updated = pd.to_datetime(sites["date_maj"], errors="coerce", format="%Y-%m-%d")
    days = (pd.Timestamp(reference_date) - updated).dt.days
    raised = {
        flags.FICHE_ANCIENNE: (days > rules.old_days) & (days <= rules.stale_days),
        flags.FICHE_PERIMEE: days > rules.stale_days,
    }
    return sites.assign(flags=flags.raised(raised, before=sites["flags"]))

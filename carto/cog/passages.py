"""Codes that no commune has any more, and the communes where their territory is now."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from carto.codes import departement_of
from carto.cog.history import Day, History
from carto.cog.passage import find_passage
from carto.tables.geography import PASSAGES


def passages(history: History | None, year: int, communes: Collection[str]) -> pd.DataFrame:
    """List the codes that disappeared and led to some communes.

    Parameters
    ----------
    history
        The movements; None: nothing is known of old codes.
    year
        Year of the COG whose communes are living.
    communes
        Codes of the communes that a reader can be sent to.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `passages`, sorted by key.
    """
    rows = [] if history is None else _rows(history, year, set(communes))
    return pd.DataFrame(rows, columns=list(PASSAGES.names), dtype=object)


def _rows(history: History, year: int, communes: set[str]) -> list[tuple[str, ...]]:
    """Make one row per old code and living commune."""
    holdings = history.until(year)
    days = dict(history.days)
    passage = find_passage(history, year, year)
    return [
        (code, history.names[code], heir, date, _kind(code, days[date], passage.became(code)))
        for code, (_, date) in sorted(holdings.last.items())
        if code not in holdings.living
        for heir in passage.became(code)
        if heir in communes
    ]


def _kind(code: str, day: Day, heirs: tuple[str, ...]) -> str:
    """Say how a code disappeared, from the links of its last day."""
    if len(heirs) > 1:
        return "partage"
    (after,) = day[code]
    if any(after in afters for before, afters in day.items() if before != code):
        return "fusion"
    if departement_of(after) != departement_of(code):
        return "changement_de_departement"
    return "changement_de_code"

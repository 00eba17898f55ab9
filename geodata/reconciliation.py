"""Several files of one reader: a key that two of them give is kept once, and the other traced."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geodata.setting_aside import Fate, set_aside
from geodata.source import ParsedTable
from geodata.source_settings import reader_of


def reconcile(
    parsed: Mapping[str, ParsedTable], dates: Mapping[str, str]
) -> dict[str, ParsedTable]:
    """Give each key to one file among those of the same reader.

    The file of the latest date keeps its row, the first name among files of one date. Another
    file's row is merged into it when it says the same, refused otherwise (`CLE_REPETEE`).

    Parameters
    ----------
    parsed
        Source id to its table.
    dates
        Source id to the ISO date that its figures describe.

    Returns
    -------
    dict
        The same sources; rows read still equal rows kept + merged + refused.
    """
    groups: dict[str, list[str]] = {}
    for source_id in sorted(parsed):
        groups.setdefault(reader_of(source_id), []).append(source_id)
    settled = dict(parsed)
    for source_ids in groups.values():
        by_age = sorted(sorted(source_ids), key=lambda name: dates[name], reverse=True)
        for rank, source_id in enumerate(by_age[1:], start=1):
            for newer in by_age[:rank]:
                settled[source_id] = _without_known(settled[source_id], settled[newer])
    return settled


def _without_known(older: ParsedTable, newer: ParsedTable) -> ParsedTable:
    """Set aside the rows of `older` whose key `newer` gives too."""
    key = list(older.contract.key)
    known = pd.MultiIndex.from_frame(newer.table[key])
    place = known.get_indexer(pd.MultiIndex.from_frame(older.table[key]))
    if (place < 0).all():
        return older
    fates = []
    for row in np.flatnonzero(place >= 0):
        here, there = older.table.iloc[row], newer.table.iloc[place[row]]
        name = ", ".join(str(here[column]) for column in key)
        if _say_the_same(here, there):
            reason = f"{name} : même ligne que dans la source {newer.source}"
            fates.append(Fate(int(row), "DOUBLON", reason, name))
        else:
            reason = (
                f"{name} est aussi donné par la source {newer.source}, plus récente ou première "
                "par son nom, avec d'autres valeurs ; celle-là est gardée"
            )
            fates.append(Fate(int(row), "CLE_REPETEE", reason))
    return set_aside(older, fates)


def _say_the_same(here: pd.Series, there: pd.Series) -> bool:
    """Whether two rows agree on every column but their source; missing agrees with missing."""
    return all(
        (pd.isna(here[name]) and pd.isna(there[name])) or here[name] == there[name]
        for name in here.index
        if name not in ("source", "geometry")
    )

"""Several files of one reader: a key that two of them give is kept once, and the other traced.

Two files of one date may complete each other: INSEE gives the incomes of a commune in one table and
its poverty in another. Values of two dates are never put together in a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.cog.carry import speaks_of_communes
from carto.left_out import DEJA_DONNEE
from geodata.setting_aside import Fate, set_aside
from geodata.source import ParsedTable
from geodata.source_settings import reader_of


def reconcile(
    parsed: Mapping[str, ParsedTable],
    dates: Mapping[str, str],
    years: Mapping[str, int] | None = None,
) -> dict[str, ParsedTable]:
    """Give each key to one file among those of the same reader.

    The file of the latest date keeps its row, the first name among files of one date. Another
    file's row is merged into it when it says nothing else, or what it adds is of the same date;
    it is refused otherwise (`DEJA_DONNEE`).

    Parameters
    ----------
    parsed
        Source id to its table.
    dates
        Source id to the ISO date that its figures describe.
    years
        Source id to its COG year; None when they are of one. The same code may be another commune
        in another year: tables of communes of two years are settled once aligned (`carto.cog`).

    Returns
    -------
    dict
        The same sources; rows read still equal rows kept + merged + refused.
    """
    groups: dict[tuple[str, int], list[str]] = {}
    for source_id in sorted(parsed):
        year = years[source_id] if years and speaks_of_communes(parsed[source_id].contract) else 0
        groups.setdefault((reader_of(source_id), year), []).append(source_id)
    settled = dict(parsed)
    for source_ids in groups.values():
        by_age = sorted(sorted(source_ids), key=lambda name: dates[name], reverse=True)
        for rank, source_id in enumerate(by_age[1:], start=1):
            for newer in by_age[:rank]:
                if dates[newer] == dates[source_id]:
                    settled[newer] = _completed(settled[newer], settled[source_id])
                settled[source_id] = _without_known(settled[source_id], settled[newer])
    return settled


def _completed(newer: ParsedTable, older: ParsedTable) -> ParsedTable:
    """Fill the missing values of the rows of `newer` that `older` knows and does not contradict."""
    rows, place = _shared(older, newer)
    here, there = older.table.iloc[rows], newer.table.iloc[place]
    agree = ~_clash(here, there)
    table = newer.table.copy()
    for name in _compared(table):
        fills = agree & _known(here[name]) & ~_known(there[name])
        table.loc[table.index[place[fills]], name] = here[name].array[fills]
    return replace(newer, table=table)


def _without_known(older: ParsedTable, newer: ParsedTable) -> ParsedTable:
    """Set aside the rows of `older` whose key `newer` gives too."""
    rows, place = _shared(older, newer)
    here, there = older.table.iloc[rows], newer.table.iloc[place]
    differs = _clash(here, there)
    for name in _compared(here):
        differs |= _known(here[name]) & ~_known(there[name])
    keyed = here[list(older.contract.key)].itertuples(index=False, name=None)
    keys = [", ".join(map(str, key)) for key in keyed]
    return set_aside(
        older, [_fate(*told, newer.source) for told in zip(rows, keys, differs, strict=True)]
    )


def _fate(row: int, key: str, differs: bool, newer: str) -> Fate:
    """Say what becomes of a row whose key another source gives too."""
    if not differs:
        reason = f"{key} : rien de plus que dans la source {newer}"
        return Fate(int(row), "DOUBLON", reason, key)
    reason = (
        f"{key} est aussi donné par la source {newer}, plus récente ou première par son nom, avec "
        "d'autres valeurs ; celle-là est gardée"
    )
    return Fate(int(row), DEJA_DONNEE, reason)


def _shared(older: ParsedTable, newer: ParsedTable) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Positions of the rows of `older` whose key `newer` has, and where they are in it."""
    key = list(older.contract.key)
    known = pd.MultiIndex.from_frame(newer.table[key])
    place = known.get_indexer(pd.MultiIndex.from_frame(older.table[key]))
    rows = np.flatnonzero(place >= 0)
    return rows, place[rows]


def _clash(here: pd.DataFrame, there: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether two aligned rows know different values in some column."""
    clash = np.zeros(len(here), dtype=bool)
    for name in _compared(here):
        both = _known(here[name]) & _known(there[name])
        ours, theirs = (table[name].to_numpy(dtype=object)[both] for table in (here, there))
        clash[both] |= np.asarray(ours != theirs, dtype=bool)
    return clash


def _compared(table: pd.DataFrame) -> list[str]:
    """Columns that say something of the thing itself, whichever source says it."""
    return [name for name in table.columns if name not in ("source", "geometry")]


def _known(values: pd.Series) -> NDArray[np.bool_]:
    """Whether each value is there."""
    return values.notna().to_numpy()

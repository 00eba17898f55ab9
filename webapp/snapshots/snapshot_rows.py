"""The rows of the tables of a snapshot, by code, as pages read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from geodata.storage.reading_memory import release_unused
from geodata.storage.snapshot import Snapshot
from webapp.snapshots.compact_row import CompactRow

Row = Mapping[str, Any]


def rows_by_key(snapshot: Snapshot, table: str, key: str) -> dict[str, Row]:
    """Read the rows of a table by key.

    Parameters
    ----------
    snapshot
        Already verified.
    table, key
        Name of the table, and of the column of the code.

    Returns
    -------
    dict
        Rows with `flags` as a list and `reasons` as a dict, where they have them; equal ones are
        shared.
    """
    columns = snapshot.columns(table)
    if "flags" in columns:
        columns["flags"] = list(map(cache(_flags), columns["flags"]))
    if "reasons" in columns:
        columns["reasons"] = list(map(cache(json.loads), columns["reasons"]))
    places = {name: place for place, name in enumerate(columns)}
    rows = (CompactRow(places, values) for values in zip(*columns.values(), strict=True))
    keyed: dict[str, Row] = {row[key]: row for row in rows}
    release_unused()
    return keyed


def former_communes(snapshot: Snapshot) -> dict[str, tuple[Row, ...]]:
    """Read the rows of the old codes, by code; a snapshot without movements knows none.

    Parameters
    ----------
    snapshot
        Already verified.
    """
    former: dict[str, tuple[Row, ...]] = {}
    for row in snapshot.rows("passages") if "passages" in snapshot.tables else ():
        former[row["code_ancien"]] = (*former.get(row["code_ancien"], ()), row)
    return former


def _flags(text: str) -> list[str]:
    """Part the flags of a row."""
    return [flag for flag in text.split("|") if flag]

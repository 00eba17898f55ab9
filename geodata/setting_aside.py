"""Rows that met their contract, set aside later: their trace leads to the file all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from carto.typography import typeset
from geodata.source import MergedRow, ParsedTable, RefusedRow


@dataclass(frozen=True)
class Fate:
    """What becomes of a row of a table: merged into `into`, or refused when that is None."""

    row: int
    code: str
    reason: str
    into: str | None = None


def set_aside(parsed: ParsedTable, fates: Sequence[Fate]) -> ParsedTable:
    """Take rows out of a table and enter them in its account.

    Parameters
    ----------
    parsed
        A table.
    fates
        At most one per row; `row` is the position in the table.

    Returns
    -------
    ParsedTable
        The other rows; rows read still equal rows kept + merged + refused.
    """
    if not fates:
        return parsed
    kept = np.ones(len(parsed.table), dtype=bool)
    kept[[fate.row for fate in fates]] = False
    merged, refused = list(parsed.merged), list(parsed.refused)
    for fate in fates:
        origin = parsed.origins[fate.row]
        where = (parsed.source, parsed.file, origin.line, origin.raw)
        reason = typeset(fate.reason)
        if fate.into is None:
            refused.append(RefusedRow(*where, fate.code, reason))
        else:
            merged.append(MergedRow(*where, fate.code, reason, fate.into))
    return replace(
        parsed,
        table=parsed.table[kept].reset_index(drop=True),
        origins=tuple(origin for origin, stays in zip(parsed.origins, kept, strict=True) if stays),
        merged=tuple(sorted(merged, key=_line)),
        refused=tuple(sorted(refused, key=_line)),
    )


def _line(entry: RefusedRow | MergedRow) -> int:
    """Line of an entry: the account is in the order of the file."""
    return entry.line

"""What a person could not read in a spreadsheet: codes and English names where words should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

# Columns whose header says that they hold codes.
_SAID_CODES = re.compile(r"Codes? |SIREN |Identifiant|Typologie \(codes")
_CODE = re.compile(r"(?!VRAI|FAUX)[A-Z][A-Z0-9_]{3,}|[a-z0-9]+(_[a-z0-9]+)+|[a-z_]+:\S+")
_ENGLISH = re.compile(r"time|hours|need|fibre|PH off|.*\b(Mo|Tu|We|Th|Fr|Sa|Su)\b.*\d\d:\d\d.*")


def codes_left(rows: Iterable[Mapping[str, object]]) -> set[tuple[str, str]]:
    """Find the headers and the values, or the parts of values, that are codes.

    >>> sorted(codes_left([{"Code": "A_B", "Région": "Bretagne", "Seuils": "le besoin | time"}]))
    [('Seuils', 'time')]
    """
    return {
        (header, part)
        for row in rows
        for header, value in row.items()
        if isinstance(value, str) and not _SAID_CODES.match(f"{header} ")
        for part in map(str.strip, value.split("|"))
        if _CODE.fullmatch(part) or _ENGLISH.fullmatch(part)
    }


def rows_of(lines: Sequence[Sequence[object]]) -> list[dict[str, object]]:
    """Name the cells of the lines of a sheet by its first line."""
    titles, *rows = lines
    return [dict(zip(map(str, titles), row, strict=True)) for row in rows]

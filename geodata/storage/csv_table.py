"""Tables of text that a snapshot holds as CSV, for people and their spreadsheets.

Spreadsheets run cells that begin like a formula, and the texts come from anywhere: such cells
are escaped with an apostrophe, and a NUL character is shown as `␀`.
"""

from __future__ import annotations

from collections.abc import Iterable

from carto.contracts import TableContract
from geodata.csv_text import csv_text

CsvRow = tuple[str | int | float, ...]


def csv_bytes(contract: TableContract, rows: Iterable[CsvRow]) -> bytes:
    """Write RFC 4180 CSV in UTF-8, sorted: the same bytes for the same rows in any order.

    Parameters
    ----------
    contract
        Names the columns.
    rows
        One value per column; "" is missing.
    """
    text = csv_text(contract.names, (map(_shown, row) for row in sorted(rows)))
    return text.encode("utf-8", "backslashreplace")


def _shown(value: str | int | float) -> str | int | float:
    """Make the character NUL visible."""
    return value.replace("\0", "␀") if isinstance(value, str) else value

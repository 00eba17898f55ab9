"""Tables of text that a snapshot holds as CSV, for people and their spreadsheets.

Spreadsheets run cells that begin like a formula, and the texts come from anywhere: such cells
are escaped with an apostrophe, and a NUL character is shown as `␀`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from carto.contracts import TableContract
from geodata.spreadsheet_cells import escape_formula

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
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(contract.names)
    for row in sorted(rows):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: str | int | float) -> str | int | float:
    """Make a cell safe to open."""
    return escape_formula(value.replace("\0", "␀")) if isinstance(value, str) else value

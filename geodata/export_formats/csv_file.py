"""CSV, for programs (RFC 4180) or for a spreadsheet set to French; geometry is left out.

Both escape text that a spreadsheet would run as a formula. A missing value is an empty cell.
"""

from __future__ import annotations

import csv
from pathlib import Path

from geodata.export_formats.exported_table import ExportedTable
from geodata.spreadsheet_cells import csv_cell


def write_csv(exported: ExportedTable, path: Path) -> None:
    """Write RFC 4180 CSV: UTF-8, comma, decimal point, `true` and `false`."""
    _write(exported, path, french=False)


def write_french_csv(exported: ExportedTable, path: Path) -> None:
    """Write CSV for a French spreadsheet: UTF-8 with BOM, semicolon, decimal comma, VRAI, FAUX."""
    _write(exported, path, french=True)


def _write(exported: ExportedTable, path: Path, *, french: bool) -> None:
    """Write one row per record, identifiers of the columns first."""
    with path.open("w", encoding="utf-8-sig" if french else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if french else ",", lineterminator="\r\n")
        writer.writerow(field["name"] for field in exported.fields)
        for record in exported.records():
            writer.writerow(csv_cell(value, french=french) for value in record.values())

"""CSV, for programs (RFC 4180) or for a spreadsheet set to French; geometry is left out.

Both escape text that a spreadsheet would run as a formula. A missing value is an empty cell.
Programs get the names and codes of the published table; people get labels, units and words.
"""

from __future__ import annotations

import csv
from pathlib import Path

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.french_words import headers
from geodata.spreadsheet_cells import csv_cell


def write_csv(exported: ExportedTable, path: Path) -> None:
    """Write RFC 4180 CSV: UTF-8, comma, decimal point, `true` and `false`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(field["name"] for field in exported.fields)
        for record in exported.records():
            writer.writerow(csv_cell(value, french=False) for value in record.values())


def write_french_csv(exported: ExportedTable, path: Path) -> None:
    """Write CSV for a French spreadsheet: UTF-8 with BOM, semicolon, decimal comma, VRAI, FAUX."""
    told = exported.for_people()
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(headers(told.fields))
        for record in exported.records():
            writer.writerow(csv_cell(value, french=True) for value in told.cells(record))

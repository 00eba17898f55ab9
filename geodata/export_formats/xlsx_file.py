"""XLSX: the rows, then « Dictionnaire » (what each column means), then « Sources »."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from geodata.export_formats.exported_table import (
    DICTIONARY_HEADER,
    SOURCES_HEADER,
    ExportedTable,
)
from geodata.spreadsheet_cells import escape_formula

_WIDTH = 18
_WIDE = 60


def write_xlsx(exported: ExportedTable, path: Path) -> None:
    """Write a workbook of three sheets, without geometry; a missing value is an empty cell."""
    data = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(data, options) as book:
        created = datetime.datetime.fromisoformat(exported.facts["created"])
        book.set_properties(
            {
                "title": f"{exported.title} – {exported.facts.get('title', '')}",
                "comments": f"Instantané {exported.snapshot_id}",
                "created": created.astimezone(datetime.UTC).replace(tzinfo=None),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        percentage = book.add_format({"num_format": "0.0%"})
        _write_rows(book.add_worksheet(exported.name), exported, bold, percentage)
        _write_text(
            book.add_worksheet("Dictionnaire"), bold, [DICTIONARY_HEADER, *exported.dictionary()]
        )
        provenance = [
            *(("Instantané", exported.snapshot_id), ("Créé le", exported.facts["created"])),
            ("Périmètre", str(exported.facts.get("title", ""))),
        ]
        _write_text(
            book.add_worksheet("Sources"), bold, [SOURCES_HEADER, *exported.sources(), *provenance]
        )
    path.write_bytes(data.getvalue())


def _write_rows(
    sheet: Worksheet, exported: ExportedTable, bold: Format, percentage: Format
) -> None:
    """Write the header and one row per record."""
    formats = [percentage if field["unit"] == "part" else None for field in exported.fields]
    for column, field in enumerate(exported.fields):
        sheet.write_string(0, column, field["name"], bold)
    records = exported.records()
    for row, record in enumerate(records, start=1):
        for column, value in enumerate(record.values()):
            if isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(row, column, value, formats[column])
            elif value is not None:
                sheet.write_string(row, column, escape_formula(str(value)))
    sheet.set_column(0, len(exported.fields) - 1, _WIDTH)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(records), 1), len(exported.fields) - 1)


def _write_text(sheet: Worksheet, bold: Format, rows: Sequence[Sequence[str]]) -> None:
    """Write rows of text, the first one as a header."""
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, escape_formula(text), None if row else bold)
    sheet.set_column(0, len(rows[0]) - 1, _WIDTH)
    sheet.set_column(3, 3, _WIDE)
    sheet.freeze_panes(1, 0)

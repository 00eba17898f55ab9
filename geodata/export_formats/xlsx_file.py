"""XLSX: the rows under French headers, then « Dictionnaire », then « Sources »."""

from __future__ import annotations

import datetime
import errno
import io
import re
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from geodata.export_formats.exported_table import (
    DICTIONARY_HEADER,
    SOURCES_HEADER,
    ExportedTable,
)
from geodata.export_formats.french_words import headers, in_words
from geodata.spreadsheet_cells import escape_formula

_LONGEST_CELL = 32_767
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTH = 18
_WIDE = 60


def write_xlsx(exported: ExportedTable, path: Path) -> None:
    """Write a workbook of three sheets, without geometry; a missing value is an empty cell.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    try:
        path.write_bytes(_workbook(exported.for_people()))
    except FileCreateError as refusal:  # of a temporary file, where rows wait
        raise OSError(errno.ENOSPC, str(refusal)) from refusal


def _workbook(exported: ExportedTable) -> bytes:
    """Write a workbook in memory, its rows one by one."""
    data = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties(
            {
                "title": f"{exported.title} – {exported.facts.get('title', '')}",
                "comments": f"Instantané {exported.snapshot_id}",
                "created": datetime.datetime.fromisoformat(exported.date),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        percentage = book.add_format({"num_format": "0.0%"})
        _write_rows(book.add_worksheet(exported.name), exported, bold, percentage)
        _write_text(
            book.add_worksheet("Dictionnaire"), bold, [DICTIONARY_HEADER, *exported.dictionary()]
        )
        _write_text(
            book.add_worksheet("Sources"),
            bold,
            [SOURCES_HEADER, *exported.sources(), (), *exported.said()],
        )
    return data.getvalue()


def _write_rows(
    sheet: Worksheet, exported: ExportedTable, bold: Format, percentage: Format
) -> None:
    """Write the header and one row per record."""
    formats = [percentage if field["unit"] == "part" else None for field in exported.fields]
    for column, title in enumerate(headers(exported.fields)):
        sheet.write_string(0, column, title, bold)
    last = 1
    for last, record in enumerate(exported.records(), start=1):
        for column, (name, value) in enumerate(record.items()):
            if isinstance(value, bool):
                sheet.write_boolean(last, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(last, column, value, formats[column])
            elif value is not None:
                sheet.write_string(last, column, _text(str(in_words(name, value))))
    sheet.set_column(0, len(exported.fields) - 1, _WIDTH)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(exported.fields) - 1)


def _write_text(sheet: Worksheet, bold: Format, rows: Sequence[Sequence[str]]) -> None:
    """Write rows of text, the first one as a header."""
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, _text(text), None if row else bold)
    sheet.set_column(0, len(rows[0]) - 1, _WIDTH)
    sheet.set_column(3, 3, _WIDE)
    sheet.freeze_panes(1, 0)


def _text(text: str) -> str:
    r"""Write the text of a cell: no formula, nothing that XML cannot hold, no more than fits.

    >>> _text("=1+1"), _text("Maison\x00 de quartier")
    ("'=1+1", 'Maison de quartier')
    """
    return escape_formula(_UNWRITABLE.sub("", text))[:_LONGEST_CELL]

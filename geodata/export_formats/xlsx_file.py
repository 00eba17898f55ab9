"""XLSX: the rows under French headers, then « Dictionnaire », then « Sources »."""

from __future__ import annotations

import datetime
import errno
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from carto import french
from carto.layers import layer_name
from geodata.export_formats.exported_table import SOURCES_HEADER, ExportedTable
from geodata.export_formats.french_words import headers
from geodata.export_formats.told_columns import Field, ToldColumns
from geodata.export_formats.told_descriptions import of_percentages
from geodata.spreadsheet_cells import escape_formula

_LONGEST_CELL = 32_767
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTH = 18
# A share between 0 and 1, and how a workbook shows it.
_SHARE, _PERCENT = "part", "%"
_WIDTHS = {"nom": 28, "nom_commune": 28, "nom_epci": 36, "sentence": 80}
_DICTIONARY = ("colonne", "unité", "description", "valeur absente", "lignes renseignées")
_DICTIONARY_HEADER = (*_DICTIONARY, "nom pour les programmes")
_NONE = "aucune dans ce fichier"
_DICTIONARY_WIDTHS = (36, 14, 80, 48, 18, 32)
_SOURCES_WIDTHS = (18, 18, 18, 60, 18, 18, 18, 18)
# Points: three lines of a header.
_HEADER_HEIGHT = 48


def write_xlsx(exported: ExportedTable, path: Path) -> None:
    """Write a workbook of three sheets, without geometry; a missing value is an empty cell.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    try:
        path.write_bytes(_workbook(exported, exported.for_people()))
    except FileCreateError as refusal:  # of a temporary file, where rows wait
        raise OSError(errno.ENOSPC, str(refusal)) from refusal


def _workbook(exported: ExportedTable, told: ToldColumns) -> bytes:
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
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        percentage = book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet(layer_name(exported.name))
        fields = [_as_shown(field) for field in told.fields]
        cells = map(told.cells, exported.records())
        filled = _write_rows(sheet, fields, cells, bold, percentage)
        meanings = [_DICTIONARY_HEADER, *_dictionary(exported, fields, filled)]
        _write_text(book.add_worksheet("Dictionnaire"), bold, meanings, _DICTIONARY_WIDTHS)
        said = [SOURCES_HEADER, *exported.sources(), (), *exported.said()]
        _write_text(book.add_worksheet("Sources"), bold, said, _SOURCES_WIDTHS)
    return data.getvalue()


def _as_shown(field: Field) -> Field:
    """Describe a column with the unit that a reader sees."""
    if field["unit"] != _SHARE:
        return field
    return {**field, "unit": _PERCENT, "description": of_percentages(field["description"])}


def _dictionary(
    exported: ExportedTable, fields: Sequence[Field], filled: Sequence[int]
) -> list[tuple[str, ...]]:
    """Say what each column of the rows means, under its header, and how many rows have a value.

    A column of names, which files for programs do not have, has no name there.
    """
    published = {field["name"] for field in exported.fields}
    rows = exported.rows.num_rows
    lines: list[tuple[str, ...]] = []
    for title, field, count in zip(headers(fields), fields, filled, strict=True):
        known = f"{french.number(count)} sur {french.number(rows)}" if count else _NONE
        name = field["name"] if field["name"] in published else ""
        lines.append((title, field["unit"], field["description"], field["nullRule"], known, name))
    return lines


def _write_rows(
    sheet: Worksheet,
    fields: Sequence[Field],
    rows: Iterable[Sequence[object]],
    bold: Format,
    percentage: Format,
) -> list[int]:
    """Write the header and the rows; count the values of each column."""
    filled = [0] * len(fields)
    formats = [percentage if field["unit"] == _PERCENT else None for field in fields]
    sheet.set_row(0, _HEADER_HEIGHT)
    for column, title in enumerate(headers(fields)):
        sheet.write_string(0, column, title, bold)
    last = 1
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value in (None, ""):
                continue
            filled[column] += 1
            if isinstance(value, bool):
                sheet.write_boolean(last, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(last, column, value, formats[column])
            else:
                sheet.write_string(last, column, _text(str(value)))
    for column, field in enumerate(fields):
        sheet.set_column(column, column, _WIDTHS.get(field["name"], _WIDTH))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(fields) - 1)
    return filled


def _write_text(
    sheet: Worksheet, bold: Format, rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """Write rows of text, the first one as a header."""
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, _text(text), None if row else bold)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)


def _text(text: str) -> str:
    r"""Write the text of a cell: no formula, nothing that XML cannot hold, no more than fits.

    >>> _text("=1+1"), _text("Maison\x00 de quartier")
    ("'=1+1", 'Maison de quartier')
    """
    return escape_formula(_UNWRITABLE.sub("", text))[:_LONGEST_CELL]

"""Lines of an Excel workbook (xlsx), its numbers written as a person would write them.

A sheet is read as a full rectangle, up to its last cell: a file of one kilobyte whose last cell
is the last one of Excel would ask for half a terabyte. Such a sheet is refused before it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from geodata.errors import SourceError
from geodata.reading.contents import LARGEST_BYTES
from geodata.reading.lines import Line
from geodata.source import RawFile

MOST_CELLS = 20_000_000
_PIECE = 2**20
_LONGEST_TAG = 2**16
# The place of a row, or of a cell; what the reader takes for one, and it alone.
_PLACE = re.compile(rb"""<(?:\w+:)?(?:row|c)\s[^<>]*?\br\s*=\s*["']([A-Za-z]*)0*([0-9]+)["']""")

_REMEDY = "ouvrez-le dans un tableur et enregistrez-le de nouveau"
_UNREADABLE = (CalamineError, BadZipFile, NotImplementedError, ValueError, OSError)


@dataclass(frozen=True)
class SheetTable:
    """One sheet of an open workbook; its cells are read when they are first asked for."""

    raw: RawFile
    book: CalamineWorkbook
    name: str

    @cached_property
    def rows(self) -> Sequence[Sequence[object]]:
        """Rows of cells as calamine gives them.

        Raises
        ------
        SourceError
            When the sheet is damaged.
        """
        try:
            return self.book.get_sheet_by_name(self.name).to_python(skip_empty_area=False)
        except _UNREADABLE as error:
            reason = f"feuille « {self.name} » illisible"
            raise SourceError(self.raw.name, reason, _REMEDY) from error

    def lines(self, width: int) -> Iterator[Line]:
        """Yield all rows, filled to `width` cells when it is known; longer ones are not cut."""
        for number, row in enumerate(self.rows, start=1):
            cells = [_text(cell) for cell in row]
            cells += [""] * (width - len(cells))
            yield Line(number, ";".join(cells), cells)


def workbook_tables(raw: RawFile, data: bytes) -> list[SheetTable]:
    """Open the sheets of a workbook, in order.

    Raises
    ------
    SourceError
        When the workbook is damaged or protected, or larger than 1 GiB once unzipped.
    """
    try:
        _require_bounded(raw, data)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return [SheetTable(raw, book, name) for name in book.sheet_names]
    except _UNREADABLE as error:
        raise SourceError(raw.name, "classeur Excel illisible", _REMEDY) from error


def _require_bounded(raw: RawFile, data: bytes) -> None:
    """Refuse a bomb before it is unzipped, or before its empty cells are filled."""
    with ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > LARGEST_BYTES:
            reason = "classeur Excel de plus de 1 Gio une fois décompressé"
            raise SourceError(raw.name, reason, "vérifiez que c'est le bon fichier")
        for member in members:
            with archive.open(member) as sheet:
                rows, columns = _extent(sheet)
            if rows * columns > MOST_CELLS:
                reason = f"feuille Excel démesurée ({rows} lignes sur {columns} colonnes)"
                raise SourceError(raw.name, reason, "supprimez les cellules loin du tableau")


def _extent(sheet: IO[bytes]) -> tuple[int, int]:
    """Find the last row and the last column that a sheet names, by their numbers.

    >>> _extent(BytesIO(b'<row r="2"><c r="A2"/><c r="AB2"/></row>'))
    (2, 28)
    """
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    held = b""
    while piece := sheet.read(_PIECE):
        text = held + piece
        for column, row in _PLACE.findall(text):
            rows.add(row)
            columns.add(column)
        held = text[max(text.rfind(b"<"), len(text) - _LONGEST_TAG) :]
    return max(map(int, rows), default=0), max(map(_column_number, columns), default=0)


def _column_number(letters: bytes) -> int:
    """Turn the letters of a column into its number: 1 for A, 27 for AA; 0 without any."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(cell: object) -> str:
    """Write a cell; a whole number has no decimals (`200029999`, not `200029999.0`)."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)

"""Lines of an Excel workbook (xlsx), its numbers written as a person would write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from geodata.errors import SourceError
from geodata.reading.contents import LARGEST_BYTES
from geodata.reading.lines import Line
from geodata.source import RawFile

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
    """Refuse a bomb before it is unzipped."""
    with ZipFile(BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > LARGEST_BYTES:
        reason = "classeur Excel de plus de 1 Gio une fois décompressé"
        raise SourceError(raw.name, reason, "vérifiez que c'est le bon fichier")


def _text(cell: object) -> str:
    """Write a cell; a whole number has no decimals (`200029999`, not `200029999.0`)."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)

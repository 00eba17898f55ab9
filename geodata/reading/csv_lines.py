"""Lines of delimited text: quoted newlines are joined, an unbalanced quote costs its line only.

Python's csv module swallows all that follows a quote that is never closed. Here a line with an
open quote is joined to the next ones only when together they read as one row; otherwise that line
alone is broken, and the next one is read for itself.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carto import french
from geodata.reading.contents import decode_table
from geodata.reading.lines import Fault, Line
from geodata.source import RawFile

DELIMITERS = (";", ",", "\t", "|")
_LONGEST_ROW = 50
LONGEST_CELL = 131_072
_TOO_LONG = Fault(
    "CELLULE_TROP_LONGUE", f"cellule de plus de {french.number(LONGEST_CELL)} caractères"
)
OPEN_QUOTE = Fault("GUILLEMETS", "guillemet ouvert et jamais fermé")
_MISPLACED_QUOTE = Fault("GUILLEMETS", "guillemet fermé avant la fin de sa cellule")


@dataclass(frozen=True)
class CsvTable:
    """A text read with one delimiter."""

    physical_lines: Sequence[str]
    delimiter: str

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the rows that are not blank; `width` (0 if unknown) helps to join lines."""
        start = 0
        while start < len(self.physical_lines):
            first = self.physical_lines[start]
            if '"' in first:
                cells, used = self._quoted(start, width)
                raw = "\n".join(self.physical_lines[start : start + used])
                yield _line(start + 1, raw, cells)
                start += used
            else:
                if first.strip():
                    yield _line(start + 1, first, first.split(self.delimiter))
                start += 1

    def _quoted(self, start: int, width: int) -> tuple[list[str] | Fault, int]:
        """Cells of the row that begins at `start`, or its fault, and how many lines it takes."""
        text, end = self.physical_lines[start], start + 1
        while True:
            try:
                return next(csv.reader([text], delimiter=self.delimiter, strict=True)), end - start
            except csv.Error as error:
                if "unexpected end" not in str(error):
                    return _fault(error), 1
            closing = self._next_quote(end, start + _LONGEST_ROW, width)
            if closing is None:
                return OPEN_QUOTE, 1
            end = closing + 1
            text = "\n".join(self.physical_lines[start:end])

    def _next_quote(self, start: int, limit: int, width: int) -> int | None:
        """Next line with a quote, unless a whole row or the limit comes before or on it."""
        for number in range(start, min(limit, len(self.physical_lines))):
            line = self.physical_lines[number]
            is_whole_row = width > 1 and line.count(self.delimiter) >= width - 1
            if is_whole_row and self.delimiter in line.partition('"')[0]:
                return None
            if '"' in line:
                return number
        return None


def _line(number: int, raw: str, cells: list[str] | Fault) -> Line:
    """Make a line, refused when one of its cells is longer than any publisher writes."""
    if isinstance(cells, Fault):
        return Line(number, raw, (), cells)
    if len(raw) > LONGEST_CELL and max(map(len, cells)) > LONGEST_CELL:
        return Line(number, raw, (), _TOO_LONG)
    return Line(number, raw, cells)


def _fault(error: csv.Error) -> Fault:
    """Say what the csv module, which has no codes, found wrong beside an open quote."""
    return _TOO_LONG if "field limit" in str(error) else _MISPLACED_QUOTE


def csv_tables(raw: RawFile, data: bytes) -> list[CsvTable]:
    """Read a text with each delimiter.

    Raises
    ------
    SourceError
        When the text is not a table, or not decodable.
    """
    text = decode_table(raw, data)
    physical = (
        [line.removesuffix("\r") for line in text.split("\n")] if "\n" in text else text.split("\r")
    )
    return [CsvTable(physical, delimiter) for delimiter in DELIMITERS]

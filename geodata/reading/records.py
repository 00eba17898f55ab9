"""Records: the rows of a table, each with its line number and its text as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carto import french
from carto.forbidden_characters import FORBIDDEN
from geodata.reading.archives import ZIP_MAGIC, read_member
from geodata.reading.contents import is_workbook, read_bytes
from geodata.reading.csv_lines import csv_tables
from geodata.reading.dbf import dbf_tables, is_dbf
from geodata.reading.header import WantedColumn, find_header
from geodata.reading.lines import Line, Table
from geodata.reading.workbook import workbook_tables
from geodata.source import RawFile


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its line, its text, and its values by our names ("" for an optional column)."""

    line: int
    raw: str
    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values[name]


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A row, or an entity, that cannot be read: its line, its text and why."""

    line: int
    raw: str
    code: str
    reason: str


def read_records(
    raw: RawFile, wanted: Sequence[WantedColumn], member: re.Pattern[str] | None = None
) -> Iterator[Record | BrokenRecord]:
    """Read the rows of a table: delimited text, xlsx workbook or dBase table.

    Parameters
    ----------
    raw
        The file. Its delimiter (`;` `,` tab or `|`) and its header line (among the first ten)
        are those that give all required columns.
    wanted
        Columns to take; all others are ignored.
    member
        File name of the table when the file is a zip archive; None when it may not be one.

    Yields
    ------
    Record or BrokenRecord
        One for each row that is not blank, in the order of the file.

    Raises
    ------
    SourceError
        When the file is not such a table; see `contents`, `archives` and `header`.
    """
    return records_of(raw, open_tables(raw, member), wanted)


def records_of(
    raw: RawFile, tables: Sequence[Table], wanted: Sequence[WantedColumn]
) -> Iterator[Record | BrokenRecord]:
    """Read the rows of the first of these tables that has all required columns.

    As `read_records`, for a file that is read more than once.
    """
    header, lines = find_header(raw, tables, wanted)
    for line in lines:
        if line.fault or any(cell.strip() for cell in line.cells):
            yield _record(line, header.positions, header.names)


def column_names(raw: RawFile, wanted: Sequence[WantedColumn]) -> tuple[str, ...]:
    """Name all the columns of a table, in order; raises as `read_records` does."""
    header, _ = find_header(raw, open_tables(raw, None), wanted)
    return header.names


def open_tables(raw: RawFile, member: re.Pattern[str] | None) -> Sequence[Table]:
    """Open what may be the table: a text read with each delimiter, the sheets of a workbook.

    `member` is as in `read_records`.
    """
    data = read_bytes(raw)
    if member is not None and data.startswith(ZIP_MAGIC) and not is_workbook(data):
        data = read_member(raw, member)
    return tables_in(raw, data)


def tables_in(raw: RawFile, data: bytes) -> Sequence[Table]:
    """Open what may be a table in some bytes of a file."""
    if is_workbook(data):
        return workbook_tables(raw, data)
    return dbf_tables(raw, data) if is_dbf(data) else csv_tables(raw, data)


def _record(
    line: Line, positions: Mapping[str, int | None], names: Sequence[str]
) -> Record | BrokenRecord:
    """Make a record of a line, or say why it is broken."""

    def broken(code: str, reason: str) -> BrokenRecord:
        return BrokenRecord(line.number, line.raw, code, reason)

    cells, width = line.cells, len(names)
    if line.fault:
        return broken(line.fault.code, line.fault.reason)
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return broken("NB_CELLULES", f"{french.plural(len(cells), 'cellule')} au lieu de {width}")
    if all(" ".join(cell.split()) == name for cell, name in zip(cells, names, strict=False)):
        return broken("EN_TETE_REPETE", "ligne d'en-tête répétée")
    values = {
        name: "" if position is None else cells[position].strip()
        for name, position in positions.items()
    }
    for name, value in values.items():
        if FORBIDDEN.search(value):
            return broken("CARACTERE_INTERDIT", f"caractère de contrôle dans la colonne {name}")
    return Record(line.number, line.raw, values)

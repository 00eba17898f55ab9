"""Lines of a dBase table (.dbf): the attributes of a shapefile, its geometry left aside.

The encoding is the one that the operator states, else Latin-1: the `.cpg` file that should say it
is often wrong (ARCEP's says UTF-8 over Latin-1 bytes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geodata.errors import SourceError
from geodata.reading.lines import Line
from geodata.source import RawFile

_HEADER = 32
_FIELD = 32
_END_OF_FIELDS = 0x0D
_DELETED = ord("*")
_VERSIONS = (0x03, 0x83, 0x8B, 0x30)


@dataclass(frozen=True)
class Field:
    """A column: its name, and how many bytes it takes in a record."""

    name: str
    width: int


@dataclass(frozen=True)
class DbfTable:
    """A dBase table: its fields, and its records one after the other."""

    fields: tuple[Field, ...]
    records: bytes
    encoding: str

    def lines(self, width: int) -> Iterator[Line]:  # noqa: ARG002 - its fields say the width
        """Yield the names of the fields as line 1, then the records that are not deleted."""
        yield self._line(1, [field.name for field in self.fields])
        length = 1 + sum(field.width for field in self.fields)
        for number, start in enumerate(range(0, len(self.records), length), start=2):
            record = self.records[start : start + length]
            if record[0] != _DELETED:
                yield self._line(number, self._cells(record))

    def _cells(self, record: bytes) -> list[str]:
        """Cut a record into cells."""
        cells, start = [], 1
        for field in self.fields:
            cell = record[start : start + field.width]
            cells.append(cell.decode(self.encoding, "replace").strip(" \0"))
            start += field.width
        return cells

    @staticmethod
    def _line(number: int, cells: list[str]) -> Line:
        return Line(number, ";".join(cells), cells)


def is_dbf(data: bytes) -> bool:
    """Whether the bytes begin as a dBase table: a version, and fields up to their end mark."""
    if len(data) <= _HEADER or data[0] not in _VERSIONS:
        return False
    length = int.from_bytes(data[8:10], "little")
    return _HEADER < length <= len(data) and _END_OF_FIELDS in data[_HEADER:length:_FIELD]


def dbf_tables(raw: RawFile, data: bytes) -> list[DbfTable]:
    """Open a dBase table.

    Raises
    ------
    SourceError
        When records are missing at its end, or do not fit its fields.
    """
    count = int.from_bytes(data[4:8], "little")
    start, length = (int.from_bytes(data[at : at + 2], "little") for at in (8, 10))
    encoding = raw.encoding or "iso8859-1"
    fields = []
    for at in range(_HEADER, start, _FIELD):
        if data[at] == _END_OF_FIELDS:
            break
        name = data[at : at + 11].split(b"\0")[0].decode(encoding, "replace")
        fields.append(Field(name, data[at + 16]))
    records = data[start : start + count * length]
    if len(records) < count * length or length != 1 + sum(field.width for field in fields):
        remedy = "téléchargez de nouveau le fichier chez son éditeur"
        raise SourceError(raw.name, f"table dBase tronquée ({count} lignes annoncées)", remedy)
    return [DbfTable(tuple(fields), records, encoding)]

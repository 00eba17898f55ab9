"""Large delimited texts, read line by line: a table of millions of rows is never whole in memory.

A row is one line: no cell of such tables holds a newline, and a quote that is not closed breaks its
line alone.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import IO, cast

from geodata.errors import SourceError
from geodata.reading.archives import is_archive, member_names, open_member
from geodata.reading.contents import decode_table, first_bytes, read_bytes
from geodata.reading.csv_lines import DELIMITERS, OPEN_QUOTE
from geodata.reading.lines import Line, Table
from geodata.reading.records import open_tables
from geodata.source import RawFile

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class StreamedTable:
    """A text read with one delimiter, opened anew each time its lines are asked for."""

    raw: RawFile
    member: re.Pattern[str] | None
    delimiter: str

    def lines(self, width: int) -> Iterator[Line]:  # noqa: ARG002 - a row is one line
        """Yield the rows that are not blank.

        Raises
        ------
        SourceError
            When the text is not in its encoding, or its archive is damaged.
        """
        encoding = self.raw.encoding or "utf-8-sig"
        number = 0
        with _opened(self.raw, self.member) as file, TextIOWrapper(file, encoding) as lines:
            try:
                for number, text in enumerate(lines, start=1):
                    if text.strip():
                        yield self._line(number, text.rstrip("\n"))
            except (UnicodeDecodeError, EOFError) as error:
                raise SourceError(
                    self.raw.name,
                    f"texte tronqué, ou qui n'est pas en {encoding.removesuffix('-sig')}",
                    "téléchargez-le de nouveau, ou donnez son encodage (encoding dans carto.toml)",
                    line=number + 1,
                ) from error

    def _line(self, number: int, text: str) -> Line:
        """Cut a line into cells."""
        if '"' not in text:
            return Line(number, text, text.split(self.delimiter))
        try:
            cells = next(csv.reader([text], delimiter=self.delimiter, strict=True))
        except csv.Error:
            return Line(number, text, (), OPEN_QUOTE)
        return Line(number, text, cells)


def stream_tables(raw: RawFile, member: re.Pattern[str]) -> Sequence[Table]:
    """Open what may be a large table: a text read with each delimiter, or the sheets of a workbook.

    Parameters
    ----------
    raw
        Delimited text, gzipped or not, a zip archive of one, or an Excel workbook.
    member
        File name of the table when the file is a zip archive.

    Raises
    ------
    SourceError
        When the file is no such thing.
    """
    if is_archive(raw.path):
        if "xl/workbook.xml" in member_names(raw):
            return open_tables(raw, None)
        return [StreamedTable(raw, member, delimiter) for delimiter in DELIMITERS]
    start = first_bytes(raw) or read_bytes(raw)
    decode_table(raw, start[: start.rfind(b"\n") + 1] or start)
    return [StreamedTable(raw, None, delimiter) for delimiter in DELIMITERS]


def _opened(raw: RawFile, member: re.Pattern[str] | None) -> AbstractContextManager[IO[bytes]]:
    """Open the bytes of the text."""
    return _file(raw) if member is None else open_member(raw, member)


@contextmanager
def _file(raw: RawFile) -> Iterator[IO[bytes]]:
    """Open a file that is no zip archive, ungzipped if it is gzip."""
    try:
        with raw.path.open("rb") as file:
            is_gzip = file.read(2) == _GZIP
            file.seek(0)
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if is_gzip else file
    except OSError as error:
        reason = f"fichier illisible ({error.strerror or error})"
        raise SourceError(raw.name, reason, "vérifiez le chemin et les droits") from error

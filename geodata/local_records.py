"""Records of files that a territory keeps itself: what is not read is not quoted either.

A mediator's spreadsheet has columns of names and notes. Rows set aside are published with their
text: here that text is made of the columns that may be seen, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records
from geodata.source import RawFile
from geodata.values.dates import read_date
from geodata.values.verdicts import UnusableValueError

FIRST_DATE = "1990-01-01"
_UNQUOTED = "(texte non repris : il peut contenir des données personnelles)"


def read_local_records(
    raw: RawFile, wanted: Sequence[WantedColumn], shown: Sequence[str]
) -> Iterator[Record | BrokenRecord]:
    """Read the rows of a local file.

    Parameters
    ----------
    raw
        The file.
    wanted
        Columns to take.
    shown
        Names of those that a report may quote.

    Yields
    ------
    Record or BrokenRecord
        As `read_records`, their text made of the columns `shown`.

    Raises
    ------
    SourceError
        As `read_records`.
    """
    for record in read_records(raw, wanted):
        if isinstance(record, BrokenRecord):
            yield BrokenRecord(record.line, _UNQUOTED, record.code, record.reason)
        else:
            quoted = " ; ".join(f"{name} : {record[name]}" for name in shown if record[name])
            yield Record(record.line, quoted, record.values)


def read_past_date(text: str, raw: RawFile) -> str | None:
    """Read the date of something that has happened; None when missing.

    Raises
    ------
    UnusableValueError
        `DATE_ILLISIBLE`, `DATE_FUTURE` after the date that the file describes, or
        `DATE_IMPROBABLE` before 1990.
    """
    date = read_date(text)
    if date is not None and date > raw.date:
        reason = f"{date} est après le {raw.date}, date déclarée pour ce fichier"
        raise UnusableValueError("DATE_FUTURE", reason)
    if date is not None and date < FIRST_DATE:
        raise UnusableValueError("DATE_IMPROBABLE", f"{date} est avant 1990")
    return date

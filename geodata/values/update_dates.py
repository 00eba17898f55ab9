"""When a place was last brought up to date, as files really write it: ISO text, or missing.

Nothing hangs on this date but its own doubt, so a row is never refused for it: `0000-00-00`, the
epoch of computers, a day that does not exist or one long after the file itself are missing, with a
remark.
"""

from __future__ import annotations

import datetime
import re

from geodata.values.dates import read_date
from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark, UnusableValueError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_OTHER_SEPARATORS = re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_SPREADSHEET_ORIGIN = datetime.date(1899, 12, 30)
_OLDEST = datetime.date(1995, 1, 1)  # no record of a place that helps with the internet is older
_LATEST_AFTER_FILE = datetime.timedelta(days=366)


def read_update_date(text: str, file_date: str, remark: Remark) -> str | None:
    """Read a date: ISO (with or without a time), French `02/04/2024`, or a spreadsheet serial.

    Parameters
    ----------
    text
        Cell as published.
    file_date
        ISO date of the file: a row dated more than a year after it is not believed.
    remark
        Told `DATE_REPAREE` for another form than ISO, or `DATE_ILLISIBLE`.

    Returns
    -------
    str or None
        ISO date, None when missing or not to be believed.

    Examples
    --------
    >>> read_update_date("02/04/2024", "2024-08-01", lambda code, said: print(code))
    DATE_REPAREE
    '2024-04-02'
    """
    written = text.strip()
    if is_missing(written):
        return None
    date = _read(written)
    latest = datetime.date.fromisoformat(file_date) + _LATEST_AFTER_FILE
    if date is None or not _OLDEST <= date <= latest:
        remark("DATE_ILLISIBLE", f"date de mise à jour « {text[:40]} » impossible, non reprise")
        return None
    if not _ISO.fullmatch(written):
        remark("DATE_REPAREE", f"date de mise à jour « {text[:40]} » lue {date.isoformat()}")
    return date.isoformat()


def _read(text: str) -> datetime.date | None:
    """Read a date in one of the known forms; None when there is no such day."""
    if _SERIAL.fullmatch(text):
        return _SPREADSHEET_ORIGIN + datetime.timedelta(days=int(text[:5]))
    try:
        iso = read_date(_OTHER_SEPARATORS.sub(r"\1/\2/\3", text))
    except UnusableValueError:
        return None
    return datetime.date.fromisoformat(iso) if iso else None

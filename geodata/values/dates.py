"""Dates as French files write them: `31/01/2027`, `2027-01-31`, with or without a time of day."""

from __future__ import annotations

import datetime
import re

from geodata.values.numbers import is_missing
from geodata.values.verdicts import UnusableValueError

_TIME = r"(?:[T ]\d{2}:\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}){_TIME}")


def read_date(text: str) -> str | None:
    """Read a date; None when missing.

    Returns
    -------
    str or None
        ISO date, its time of day left out.

    Raises
    ------
    UnusableValueError
        `DATE_ILLISIBLE`: another way of writing, or a day that does not exist.

    Examples
    --------
    >>> read_date("31/01/2027"), read_date("2027-01-31 00:00:00"), read_date("nd")
    ('2027-01-31', '2027-01-31', None)
    """
    written = text.strip()
    if is_missing(written):
        return None
    try:
        if found := _YEAR_FIRST.fullmatch(written):
            year, month, day = (int(part) for part in found.groups())
        elif found := _DAY_FIRST.fullmatch(written):
            day, month, year = (int(part) for part in found.groups())
        else:
            raise ValueError(written)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        raise UnusableValueError("DATE_ILLISIBLE", f"« {text} » n'est pas une date") from None

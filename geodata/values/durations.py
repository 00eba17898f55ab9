"""Durations and times of day as people write them: `2h30`, `2,5`, `150 min`, `14h`."""

from __future__ import annotations

import re

from geodata.values.numbers import is_missing, read_number
from geodata.values.verdicts import UnusableValueError

LONGEST_HOURS = 24.0

_HOURS = re.compile(r"(\d{1,2})\s*(?:h|heures?|:)\s*(?:(\d{1,2})\s*(?:min|mn|m)?(?::00)?)?")
_MINUTES = re.compile(r"(\d{1,4})\s*(?:min|mn|minutes?)")
_TIME = re.compile(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::00)?")


def read_hours(text: str) -> float | None:
    """Read a duration, in hours; None when missing.

    Raises
    ------
    UnusableValueError
        `DUREE_ILLISIBLE`, or `DUREE_IMPROBABLE` when it is not between 0 and 24 hours.

    Examples
    --------
    >>> read_hours("2h30"), read_hours("2,5"), read_hours("150 min"), read_hours("2:30")
    (2.5, 2.5, 2.5, 2.5)
    """
    if is_missing(text):
        return None
    written = text.strip().casefold()
    if found := _HOURS.fullmatch(written):
        hours = int(found[1]) + int(found[2] or 0) / 60
    elif found := _MINUTES.fullmatch(written):
        hours = int(found[1]) / 60
    else:
        hours = _plain(written, text)
    if not 0 < hours <= LONGEST_HOURS:
        reason = f"durée « {text} » improbable ; écrivez par exemple 2h30, 2,5 ou 150 min"
        raise UnusableValueError("DUREE_IMPROBABLE", reason)
    return round(hours, 4)


def read_time(text: str) -> str | None:
    """Read a time of day, as `HH:MM`; None when missing.

    Raises
    ------
    UnusableValueError
        `HEURE_ILLISIBLE`.

    Examples
    --------
    >>> read_time("14h"), read_time("9h30"), read_time("14:00:00")
    ('14:00', '09:30', '14:00')
    """
    if is_missing(text):
        return None
    found = _TIME.fullmatch(text.strip().casefold())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise UnusableValueError("HEURE_ILLISIBLE", f"« {text} » n'est pas une heure (14h30)")
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def _plain(written: str, text: str) -> float:
    """Read a number of hours without a unit."""
    try:
        hours = read_number(written)
    except UnusableValueError:
        hours = None
    if hours is None:
        reason = f"« {text} » n'est pas une durée ; écrivez par exemple 2h30, 2,5 ou 150 min"
        raise UnusableValueError("DUREE_ILLISIBLE", reason)
    return hours

"""Opening hours: French day texts to OpenStreetMap syntax, then hours a year by a library.

`09:00 - 12:00 / 14:00 - 17:00`, `9h00-12h30` and `9h-12h et 14h-17h` are read; free text is not
guessed at. Hours that cannot be read are missing, never zero.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache

from opening_hours import OpeningHours, State, validate

DAYS = {
    "lundi": "Mo",
    "mardi": "Tu",
    "mercredi": "We",
    "jeudi": "Th",
    "vendredi": "Fr",
    "samedi": "Sa",
    "dimanche": "Su",
}
REFERENCE_YEAR = 2026
WEEKS = 52

# Days of the week and hours, nothing else: one week is like another.
_WEEKDAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_CLOCK = "[0-9]{2}:[0-9]{2}"
_WEEKLY_RULE = rf"{_WEEKDAY}(?:[-,]{_WEEKDAY})* {_CLOCK}-{_CLOCK}(?:,{_CLOCK}-{_CLOCK})*"
_WEEKLY = re.compile(rf"{_WEEKLY_RULE}(?:; ?{_WEEKLY_RULE})*")

_TIME = r"(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?|heures?)"
_SPAN = re.compile(rf"(?:de\s+)?{_TIME}\s*(?:-|–|—|à)\s*{_TIME}", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:/|,|;|&|\bet\b|\bpuis\b|\n)\s*", re.IGNORECASE)
# "00:00 - 00:00" is what the publisher's form writes in a span left empty.
_CLOSED = re.compile(r"ferm[ée]e?|[-–—]|00:00\s*-\s*00:00", re.IGNORECASE)

# Nobody's hours are longer, nor hold such a blank; reading them could last for hours too.
_LONGEST = 2000
_BLANK = re.compile(r"\s{20}")


class UnreadableHoursError(ValueError):
    """Opening hours that cannot be read; says which text."""


def to_osm(days: Mapping[str, str | None]) -> str | None:
    """Write French opening hours in OpenStreetMap syntax.

    Parameters
    ----------
    days
        Name of the day (`lundi` … `dimanche`) to its text; None or blank when closed.

    Returns
    -------
    str or None
        One rule for each open day, from Monday on; None when no day has any text.

    Raises
    ------
    UnreadableHoursError
        For free text, an end before its start, or days that are all written as closed.

    Examples
    --------
    >>> to_osm({"lundi": "09:00 - 12:00 / 14:00 - 17:00", "mardi": "9h-12h30"})
    'Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:30'
    """
    texts = {day: (days.get(day) or "").strip() for day in DAYS}
    if not any(texts.values()):
        return None
    spans = {day: _spans(text) for day, text in texts.items()}
    if not any(spans.values()):
        raise UnreadableHoursError("tous les jours sont notés fermés")
    return "; ".join(f"{DAYS[day]} {','.join(spans[day])}" for day in DAYS if spans[day])


def require_of_a_length(text: str) -> None:
    """Refuse a text too long, or with too large a blank, to be hours.

    Raises
    ------
    UnreadableHoursError
        Saying so, without the text.
    """
    if len(text) > _LONGEST or _BLANK.search(text):
        raise UnreadableHoursError("un texte démesuré n'est pas un horaire")


@cache
def hours_per_year(expression: str, reference_year: int = REFERENCE_YEAR) -> float:
    """Sum the open hours of 52 whole weeks.

    Parameters
    ----------
    expression
        Hours in OpenStreetMap syntax; French public holidays are known (`PH off`), overlapping
        spans count once.
    reference_year
        The 364 days begin on the first Monday of this year.

    Returns
    -------
    float
        Hours a year, from 0 to 8736.

    Raises
    ------
    UnreadableHoursError
        When the expression is not in that syntax.

    Examples
    --------
    >>> hours_per_year("Mo-Fr 09:00-12:00,13:00-17:00")
    1820.0
    """
    if not validate(expression):
        raise UnreadableHoursError(f"horaires « {expression} » illisibles")
    hours = OpeningHours(expression, country="FR")
    first = datetime.datetime(reference_year, 1, 1)
    start = first + datetime.timedelta(days=-first.weekday() % 7)
    weeks = 1 if _WEEKLY.fullmatch(expression) else WEEKS
    end = start + datetime.timedelta(weeks=weeks)
    open_time = datetime.timedelta()
    for opens, closes, state, _ in hours.intervals(start, end):
        if state == State.OPEN:
            open_time += min(closes, end) - max(opens, start)
    return open_time * (WEEKS // weeks) / datetime.timedelta(hours=1)


def _spans(text: str) -> list[str]:
    """Read the spans of one day, none when it is closed."""
    require_of_a_length(text)
    pieces = [piece.strip() for piece in _BETWEEN.split(text)]
    return [_span(piece) for piece in pieces if piece and not _CLOSED.fullmatch(piece)]


def _span(piece: str) -> str:
    """Read one span, `9h-12h30` → `09:00-12:30`."""
    found = _SPAN.fullmatch(piece)
    if not found:
        raise UnreadableHoursError(f"« {piece} » n'est pas un horaire")
    start = int(found[1]) * 60 + int(found[2] or 0)
    end = int(found[3]) * 60 + int(found[4] or 0)
    minutes_are_right = int(found[2] or 0) < 60 and int(found[4] or 0) < 60
    if not (minutes_are_right and start < end <= 24 * 60):
        raise UnreadableHoursError(f"« {piece} » finit avant de commencer, ou dépasse minuit")
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"

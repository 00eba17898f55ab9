"""Opening hours in French words, from the OpenStreetMap syntax of the published sites."""

from __future__ import annotations

import re
from itertools import groupby

from carto.french import NBSP

_DAYS = {
    "Mo": "lundi",
    "Tu": "mardi",
    "We": "mercredi",
    "Th": "jeudi",
    "Fr": "vendredi",
    "Sa": "samedi",
    "Su": "dimanche",
}
_ORDER = list(_DAYS)
_RULE = re.compile(r"(?P<days>[A-Z][a-z](?:[-,][A-Z][a-z])*) (?P<hours>\d\d:\d\d-[\d:,\- ]+)")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_CLOSED = re.compile(r"(?:\w\w[-,\s]?)+ off")


def in_words(hours: str | None) -> list[str]:
    r"""Write opening hours, days with the same hours together.

    Rules that say when a place is closed are left out; anything else than plain days and hours
    is kept as it is, rather than half understood.

    >>> in_words("Mo 09:00-12:00; Tu 09:00-12:00; Sa 09:00-12:30,14:00-17:00; PH off")
    ['lundi et mardi\xa0: 9\xa0h–12\xa0h', 'samedi\xa0: 9\xa0h–12\xa0h\xa030, 14\xa0h–17\xa0h']
    >>> in_words("Mo-Fr 14:00-17:00"), in_words(None), in_words("week 1-53/2 Mo 09:00-12:00")
    (['du lundi au vendredi\xa0: 14\xa0h–17\xa0h'], [], ['week 1-53/2 Mo 09:00-12:00'])
    """
    rules = [part.strip() for part in (hours or "").split(";") if part.strip()]
    rules = [rule for rule in rules if not _CLOSED.fullmatch(rule)]
    matches = [_RULE.fullmatch(rule) for rule in rules]
    by_day: dict[str, str] = {}
    for match in matches:
        days = _days_of(match["days"]) if match else []
        if match is None or not days or by_day.keys() & set(days):
            return rules
        by_day |= dict.fromkeys(days, _spans(match["hours"]))
    opened = [(day, by_day[day]) for day in _ORDER if day in by_day]
    groups = [
        ([day for day, _ in group], spans) for spans, group in groupby(opened, key=lambda p: p[1])
    ]
    return [f"{_said(days)}{NBSP}: {spans}" for days, spans in groups]


def _days_of(text: str) -> list[str]:
    """List the days of « Mo-We,Fr »; nothing when one is not a day of the week."""
    found: list[str] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        last = last or first
        if first not in _DAYS or last not in _DAYS:
            return []
        found += _ORDER[_ORDER.index(first) : _ORDER.index(last) + 1]
    return found


def _said(days: list[str]) -> str:
    """Write days that share their hours."""
    names = [_DAYS[day] for day in days]
    is_run = _ORDER.index(days[-1]) - _ORDER.index(days[0]) == len(days) - 1
    if len(days) > 2 and is_run:
        return f"du {names[0]} au {names[-1]}"
    return " et ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _spans(text: str) -> str:
    """Write spans of hours."""
    return ", ".join(f"{_time(*s[:2])}–{_time(*s[2:])}" for s in _SPAN.findall(text))


def _time(hour: str, minute: str) -> str:
    """Write a time of day as French does."""
    return f"{int(hour)}{NBSP}h" + (f"{NBSP}{minute}" if minute != "00" else "")

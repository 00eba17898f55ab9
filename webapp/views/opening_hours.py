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
_SHUT = "fermé"
_CLOSED = re.compile(r"(?:\w\w[-,\s]?)+ off")


def in_words(hours: str | None) -> list[str]:
    r"""Write opening hours, days with the same hours together.

    A day that two rules name is not guessed at: each rule is written, in its order. Closed days are
    said only then. Anything else than plain days and hours is kept as it is, rather than half
    understood.

    >>> in_words("Mo 09:00-12:00; Tu 09:00-12:00; Sa 09:00-12:30,14:00-17:00; PH off")
    ['lundi et mardi\xa0: 9\xa0h–12\xa0h', 'samedi\xa0: 9\xa0h–12\xa0h\xa030, 14\xa0h–17\xa0h']
    >>> in_words("Mo-Fr 14:00-17:00; We off")
    ['du lundi au vendredi\xa0: 14\xa0h–17\xa0h', 'mercredi\xa0: fermé']
    >>> in_words(None), in_words("week 1-53/2 Mo 09:00-12:00")
    ([], ['week 1-53/2 Mo 09:00-12:00'])
    """
    rules = [part.strip() for part in (hours or "").split(";") if part.strip()]
    read = [_read(rule) for rule in rules]
    known = [(days, spans) for days, spans in filter(None, read) if days]
    if None in read:
        return [rule for rule in rules if not _CLOSED.fullmatch(rule)]
    by_day = {day: spans for days, spans in known for day in days}
    if len(by_day) < sum(len(days) for days, _ in known):
        return list(dict.fromkeys(_line(days, spans) for days, spans in known))
    opened = [(day, by_day[day]) for day in _ORDER if by_day.get(day, _SHUT) != _SHUT]
    return [
        _line([day for day, _ in group], spans)
        for spans, group in groupby(opened, key=lambda pair: pair[1])
    ]


def _read(rule: str) -> tuple[list[str], str] | None:
    """Read the days of the week of a rule and its hours in words; None when it is not plain."""
    if _CLOSED.fullmatch(rule):
        parts = rule.removesuffix(" off").split(",")
        return [day for part in parts for day in _days_of(part.strip())], _SHUT
    match = _RULE.fullmatch(rule)
    days = _days_of(match["days"]) if match else []
    return (days, _spans(match["hours"])) if match and days else None


def _line(days: list[str], spans: str) -> str:
    """Write days and their hours."""
    return f"{_said(days)}{NBSP}: {spans}"


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
    """Write spans of hours, each once."""
    spans = (f"{_time(*s[:2])}–{_time(*s[2:])}" for s in _SPAN.findall(text))
    return ", ".join(dict.fromkeys(spans))


def _time(hour: str, minute: str) -> str:
    """Write a time of day as French does."""
    return f"{int(hour)}{NBSP}h" + (f"{NBSP}{minute}" if minute != "00" else "")

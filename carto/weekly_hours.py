"""The week of a place: its opening rules read as minutes of each day, and what they leave unsaid.

Only plain rules are read (days of the week and hours, closed days); anything else is kept in its
own words by `carto.opening_hours`, and the week is then unknown rather than half known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
SATURDAY = DAYS.index("Sa")
EVENING = 18 * 60
_DAY_MINUTES = 24 * 60

_RULE = re.compile(r"(?P<days>[A-Z][a-z](?:[-,][A-Z][a-z])*) (?P<hours>\d\d:\d\d-[\d:,\- ]+)")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_CLOSED = re.compile(r"(?:\w\w[-,\s]?)+ off")

Span = tuple[int, int]
Week = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True)
class OpeningRule:
    """One rule: its days, and its spans in minutes of the day, joined; no span when closed."""

    days: tuple[int, ...]
    spans: tuple[Span, ...]


def rules_of(hours: str | None) -> list[str]:
    """Part the rules of hours in OpenStreetMap syntax.

    >>> rules_of("Mo 09:00-12:00; PH off"), rules_of(None)
    (['Mo 09:00-12:00', 'PH off'], [])
    """
    return [part.strip() for part in (hours or "").split(";") if part.strip()]


def is_closing(rule: str) -> bool:
    """Whether a rule only says when the place is closed.

    >>> is_closing("PH off"), is_closing("Mo 09:00-12:00")
    (True, False)
    """
    return bool(_CLOSED.fullmatch(rule))


def read_rule(rule: str) -> OpeningRule | None:
    """Read one rule; None when it is not plain days and hours.

    A closing rule about other days than those of the week (public holidays) has no day.

    >>> read_rule("Mo-We 09:00-12:00,14:00-17:30")
    OpeningRule(days=(0, 1, 2), spans=((540, 720), (840, 1050)))
    >>> read_rule("PH off"), read_rule("week 1-53/2 Mo 09:00-12:00")
    (OpeningRule(days=(), spans=()), None)
    """
    if is_closing(rule):
        parts = rule.removesuffix(" off").split(",")
        return OpeningRule(tuple(day for part in parts for day in _days_of(part.strip())), ())
    match = _RULE.fullmatch(rule)
    days = _days_of(match["days"]) if match else ()
    if match is None or not days:
        return None
    spans = (_minutes(*found) for found in _SPAN.findall(match["hours"]))
    return OpeningRule(days, _joined(spans))


@cache
def weekly_hours(hours: str | None) -> Week | None:
    """Give the open spans of each day from Monday to Sunday, in minutes of the day.

    None when hours are not published or not plain, and when a day has two sets of hours: which
    one holds is not guessed at. A span that ends after midnight ends beyond minute 1440.

    >>> weekly_hours("Mo-Fr 09:00-12:00; We off")
    (((540, 720),), ((540, 720),), (), ((540, 720),), ((540, 720),), (), ())
    >>> weekly_hours("Mo-Fr 09:00-12:00; Mo 14:00-17:00") is None
    True
    """
    rules = [read_rule(rule) for rule in rules_of(hours)]
    week: dict[int, tuple[Span, ...]] = {}
    for rule in rules:
        if rule is None:
            return None
        for day in rule.days:
            if rule.spans and week.get(day, rule.spans) != rule.spans:
                return None
            week[day] = rule.spans
    if not any(week.values()):
        return None
    return tuple(week.get(day, ()) for day in range(len(DAYS)))


def is_open_evenings(week: Week) -> bool:
    """Whether a place is open after 18:00 on some day.

    >>> is_open_evenings(weekly_hours("Mo 14:00-18:00")), is_open_evenings(
    ...     weekly_hours("Tu 14:00-18:30"))
    (False, True)
    """
    return any(end > EVENING for spans in week for _, end in spans)


def is_open_saturdays(week: Week) -> bool:
    """Whether a place is open on Saturdays.

    >>> is_open_saturdays(weekly_hours("Mo-Sa 09:00-12:00"))
    True
    """
    return bool(week[SATURDAY])


@cache
def as_text(week: Week) -> str:
    """Write a week for the page's script: spans of each day, days parted by `;`.

    >>> as_text(weekly_hours("Mo 09:00-12:00,14:00-17:00; We 09:00-12:00"))
    '540-720,840-1020;;540-720;;;;'
    """
    return ";".join(",".join(f"{start}-{end}" for start, end in spans) for spans in week)


def _days_of(text: str) -> tuple[int, ...]:
    """List the days of « Mo-We,Fr »; nothing when one is not a day of the week."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        last = last or first
        if first not in DAYS or last not in DAYS:
            return ()
        found += range(DAYS.index(first), DAYS.index(last) + 1)
    return tuple(found)


def _minutes(start_hour: str, start_minute: str, end_hour: str, end_minute: str) -> Span:
    """Read a span; one that ends before it starts goes on after midnight."""
    start = int(start_hour) * 60 + int(start_minute)
    end = int(end_hour) * 60 + int(end_minute)
    return start, end if end > start else end + _DAY_MINUTES


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch: no closing at 13:00 for one that reopens at 13:00."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

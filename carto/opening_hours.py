"""Opening hours in French words, from the OpenStreetMap syntax of the published sites."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from carto.french import NBSP, enumeration
from carto.weekly_hours import OpeningRule, Span, is_closing, read_rule, rules_of

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SHUT = "fermé"
_DAY_MINUTES = 24 * 60


def hours_in_words(hours: str | None) -> list[str]:
    r"""Write opening hours, days with the same hours together.

    A day that two rules name is not guessed at: each rule is written, in its order. Closed days are
    said only then. Anything else than plain days and hours is kept as it is, rather than half
    understood.

    >>> hours_in_words("Mo 09:00-12:00; Tu 09:00-12:00; Sa 09:00-12:30,14:00-17:00; PH off")
    ['lundi et mardi\xa0: 9\xa0h–12\xa0h', 'samedi\xa0: 9\xa0h–12\xa0h\xa030, 14\xa0h–17\xa0h']
    >>> hours_in_words("Mo-Fr 14:00-17:00; We off")
    ['du lundi au vendredi\xa0: 14\xa0h–17\xa0h', 'mercredi\xa0: fermé']
    >>> hours_in_words(None), hours_in_words("week 1-53/2 Mo 09:00-12:00")
    ([], ['week 1-53/2 Mo 09:00-12:00'])
    """
    return list(_written(hours))


@cache
def _written(hours: str | None) -> tuple[str, ...]:
    """Write opening hours; those of a snapshot are few, and each is asked for again and again."""
    texts = rules_of(hours)
    rules = [read_rule(text) for text in texts]
    if None in rules:
        return tuple(text for text in texts if not is_closing(text))
    known = [rule for rule in rules if rule is not None and rule.days]
    by_day = {day: rule.spans for rule in known for day in rule.days}
    if len(by_day) < sum(len(rule.days) for rule in known):
        return tuple(dict.fromkeys(map(_line, known)))
    opened = sorted((day, spans) for day, spans in by_day.items() if spans)
    return tuple(
        _line(OpeningRule(tuple(day for day, _ in group), spans))
        for spans, group in groupby(opened, key=lambda pair: pair[1])
    )


def _line(rule: OpeningRule) -> str:
    """Write days and their hours."""
    spans = ", ".join(map(_span, rule.spans)) or _SHUT
    return f"{_said(rule.days)}{NBSP}: {spans}"


def _said(days: tuple[int, ...]) -> str:
    """Write days that share their hours."""
    names = [_DAYS[day] for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"du {names[0]} au {names[-1]}"
    return enumeration(names)


def _span(span: Span) -> str:
    """Write a span of hours."""
    return "–".join(map(_time, span))


def _time(minute: int) -> str:
    """Write a time of day as French does; one after midnight is that of the next day."""
    hours, minutes = divmod(minute - _DAY_MINUTES if minute > _DAY_MINUTES else minute, 60)
    return f"{hours}{NBSP}h" + (f"{NBSP}{minutes:02}" if minutes else "")

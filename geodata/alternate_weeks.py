"""Alternate weeks said beside the hours: `Tu 14:00-17:00` and, elsewhere, `Semaine impaire`.

A stop served every other week is open half of the hours that its day says. Files of tours write
the day in one column and the week in another; both stand in one text here.
"""

from __future__ import annotations

import re

from geodata.opening_hours import UnreadableHoursError

_EVERY_OTHER = re.compile(
    r"[\s,;(]*\b(?:(?:en|les)\s+)?sem(?:aine|\.)?s?\s+(?P<odd>im)?paires?\s*\)?[\s;.]*$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"[\s,;(]*\b(?:toutes\s+les|chaque)\s+semaines?\s*\)?[\s;.]*$", re.IGNORECASE)
_ODD, _EVEN = "week 1-53/2 ", "week 2-53/2 "
_CLOSED = re.compile(r"(?:PH|SH)\b.*\b(?:off|closed)$|(?:off|closed)$", re.IGNORECASE)


def split_weeks(text: str) -> tuple[str, str]:
    """Part hours from the weeks that they hold for.

    Parameters
    ----------
    text
        Hours, whatever their syntax, with or without the weeks at their end.

    Returns
    -------
    tuple of str
        The hours alone, and what begins a rule that holds in these weeks only: odd or even weeks
        of the year in OpenStreetMap syntax, "" for every week.

    Examples
    --------
    >>> split_weeks("Tu 14:00-17:00; PH off Semaine impaire")
    ('Tu 14:00-17:00; PH off', 'week 1-53/2 ')
    >>> split_weeks("Tu 14:00-17:00 (toutes les semaines)"), split_weeks("Tu 14:00-17:00")
    (('Tu 14:00-17:00', ''), ('Tu 14:00-17:00', ''))
    """
    if found := _EVERY_OTHER.search(text):
        return text[: found.start()], _ODD if found["odd"] else _EVEN
    found = _EVERY.search(text)
    return (text[: found.start()] if found else text), ""


def in_weeks(expression: str, weeks: str) -> str:
    """Make the rules of an expression hold in some weeks only; days off are off in all.

    Parameters
    ----------
    expression
        Hours in OpenStreetMap syntax.
    weeks
        As `split_weeks` gives them.

    Raises
    ------
    UnreadableHoursError
        When the expression says weeks of its own.

    Examples
    --------
    >>> in_weeks("Mo 09:00-12:00; PH off", "week 1-53/2 ")
    'week 1-53/2 Mo 09:00-12:00; PH off'
    """
    if weeks and "week" in expression:
        raise UnreadableHoursError(f"« {expression} » dit déjà ses semaines")
    rules = [rule.strip() for rule in expression.split(";")]
    return "; ".join(rule if _CLOSED.match(rule) else f"{weeks}{rule}" for rule in rules if rule)

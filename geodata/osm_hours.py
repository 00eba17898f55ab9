"""Opening hours written in OpenStreetMap syntax, held against what that syntax really means.

`00:00-00:00` is what forms write in a span left empty, but the syntax reads it as a whole day; days
without hours (`Mo-Fr`) are read as open day and night. Neither is what the publisher meant.
"""

from __future__ import annotations

import re

from opening_hours import validate

from geodata.opening_hours import UnreadableHoursError, hours_per_year

_FRENCH_TIME = re.compile(r"(?<![\w:])(\d{1,2})[hH](\d{2})?(?![\w:])")
_SHORT_HOUR = re.compile(r"(?<![\d:])(\d:\d{2})(?!\d)")
_SPAN = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
_EMPTY_SPAN = re.compile(r"(\d{2}:\d{2})-\1(?!\d)")
_ALWAYS = re.compile(r"24/7")
_CLOSED = re.compile(r"\b(?:off|closed)$", re.IGNORECASE)
_LONGEST_NIGHT_MIN = 8 * 60


def checked_osm(text: str) -> str:
    """Return hours in OpenStreetMap syntax that may be believed.

    Parameters
    ----------
    text
        Hours as published, `Mo-Fr 09:00-12:00,14:00-17:00; Sa 9h-12h`.

    Returns
    -------
    str
        The expression, its empty spans left out and its `9h` written `09:00`.

    Raises
    ------
    UnreadableHoursError
        When it is not that syntax, opens on days without hours, or never opens.

    Examples
    --------
    >>> checked_osm("Mo 00:00-00:00,09:00-12:00; Tu 00:00-00:00")
    'Mo 09:00-12:00'
    """
    written = _FRENCH_TIME.sub(lambda time: f"{int(time[1]):02}:{time[2] or '00'}", text.strip())
    written = _SHORT_HOUR.sub(r"0\1", written)
    rules = [_without_empty_spans(rule.strip()) for rule in written.split(";")]
    expression = "; ".join(filter(None, rules))
    if not expression or not validate(expression):
        raise UnreadableHoursError(f"« {text} » n'est pas en syntaxe OpenStreetMap")
    for rule in filter(None, rules):
        _require_hours(rule)
    if hours_per_year(expression) == 0:
        raise UnreadableHoursError(f"« {text} » ne laisse aucune heure d'ouverture")
    return expression


def _without_empty_spans(rule: str) -> str:
    """Leave out the spans that end when they begin; a rule of such spans only says nothing."""
    kept = re.sub(r",{2,}", ",", _EMPTY_SPAN.sub("", rule))
    if kept == rule:
        return rule
    kept = re.sub(r"(?<=\s),|,$", "", kept).strip()
    return kept if _SPAN.search(kept) else ""


def _require_hours(rule: str) -> None:
    """Refuse a rule that opens on days without hours, or through most of a night."""
    spans = _SPAN.findall(rule)
    if not spans and not _ALWAYS.search(rule) and not _CLOSED.search(rule):
        raise UnreadableHoursError(f"« {rule} » dit des jours sans heures")
    for start_h, start_min, end_h, end_min in spans:
        start, end = int(start_h) * 60 + int(start_min), int(end_h) * 60 + int(end_min)
        if end < start and end + 24 * 60 - start > _LONGEST_NIGHT_MIN:
            raise UnreadableHoursError(f"« {rule} » finit avant de commencer")

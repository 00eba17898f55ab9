"""Opening hours in running French, read only when every word of them is understood.

`Lundi au vendredi 10h/12h 14h/17h30 - sam 10h/12h` is read. A word too many (`sur rendez-vous`,
`sauf vacances`), a day without hours or hours without a day leave the whole text unread: part of
the hours would be a false figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.opening_hours import UnreadableHoursError

_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = (
    r"(lundi|lun|mardi|mar|mercredi|mer|jeudi|jeu|vendredi|vend|ven|samedi|sam|dimanche|dim)"
    r"s?\.?(?![a-zà-ÿ])"
)
_EARLIEST_MIN = 5 * 60
_BEGINNINGS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
# `9h`, `9h30`, `9 h 30`, `18.30h`, `14:00`; in `12h 14h/17h` the 14 is another hour.
_TIME = (
    r"(\d{1,2}|midi|minuit)(?!\d)((?:\s*(?:[h:.](?:(\d{2})(?!\d)\s*h?"
    r"|\s+(00|15|30|45)(?!\d|\s*h))?|heures?)(?:eures?)?)?)"
)
_NTH = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "dernier": -1}
_ORDINAL = rf"(?:([1-4])(?:er|e|è|ème|eme|nd|de)|({'|'.join(_NTH)}))s?"

_EVERY_DAY_OF_7 = r"7\s*j?(?:ours)?\s*/\s*7\s*j?"
# Matched without blanks: several optional ones in a row would be tried in every way.
_ALWAYS = re.compile(
    r"24/7|24h?/24h?(?:,|et|-)?7j?(?:ours)?/7j?|7j?(?:ours)?/7j?(?:,|et|-)?24h?/24h?"
)
_OPENING = re.compile(
    r"(?:horaires?(?:\s+d['’]ouverture)?|ouvert(?:ure)?|permanences?|accueil(?:\s+public)?)\s*:?\s*"
)
_ARTICLE = r"(?:(?:du|de|le|les|tous\s+les|chaque)\s+)?"
_RANGE = re.compile(rf"{_ARTICLE}{_DAY}\s*(?:au|à|-|–)\s*{_DAY}(?!\s*[-–]\s*{_DAY})")
_NTH_DAY = re.compile(
    rf"{_ARTICLE}{_ORDINAL}(?:\s*(?:et|,)\s*(?:le\s+)?{_ORDINAL})?\s+{_DAY}\s+(?:du|de\s+chaque)\s+mois"
)
_ONE_DAY = re.compile(rf"{_ARTICLE}{_DAY}")
_EVERY_DAY = re.compile(rf"tous\s+les\s+jours|{_EVERY_DAY_OF_7}")
_WEEK_END = re.compile(rf"{_ARTICLE}week-?\s?ends?")
_WEEKS = re.compile(r",?\s*(?:\(\s*)?(?:les\s+)?semaines?\s+(im)?paires?(?:\s*\))?")
_SPAN = re.compile(
    r"(?:(?:le\s+)?(?:matin|après-midi)\s*:?\s*)?(?:de\s+|entre\s+)?"
    rf"{_TIME}\s*(?:-|–|à|/|et)\s*{_TIME}"
)
_BETWEEN = re.compile(r'\s+|[,;:./&|"–-]|et(?![a-zà-ÿ])|puis(?![a-zà-ÿ])|ainsi que')


@dataclass
class _Timetable:
    """Days and hours gathered along a text."""

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    days: list[str] = field(default_factory=list)
    are_days_timed: bool = True
    weeks: str = ""

    def name_days(self, days: Sequence[str]) -> None:
        """Take days: beside those before them that have no hours yet, else instead of them."""
        self.days = list(days) if self.are_days_timed else [*self.days, *days]
        self.are_days_timed = False

    def open(self, start: int, end: int) -> None:
        """Open the days that were last named."""
        if not self.days:
            raise UnreadableHoursError("heures sans jour")
        for day in self.days:
            self.spans.setdefault(day, []).append((start, end))
        self.are_days_timed = True

    def close(self) -> str:
        """Write the timetable in OpenStreetMap syntax."""
        if not self.are_days_timed or not self.spans:
            raise UnreadableHoursError("jours sans heures")
        for day, spans in self.spans.items():
            _require_apart(day, spans)
        nth = {day for day in self.spans if "[" in day}
        if any(day[:2] in self.spans for day in nth):
            raise UnreadableHoursError("même jour chaque semaine et certaines semaines")
        ordered = sorted(self.spans, key=lambda day: (_OSM_DAYS.index(day[:2]), day))
        return "; ".join(f"{self.weeks}{rule}" for rule in _rules(ordered, self.spans))


def free_hours_to_osm(text: str) -> str:
    """Write French opening hours in OpenStreetMap syntax.

    Parameters
    ----------
    text
        Days and hours in French, whatever their case: ranges and lists of days, `1er mardi du
        mois`, `semaines paires` (when they hold for the whole text), `24h/24 7j/7`, hours past
        midnight.

    Raises
    ------
    UnreadableHoursError
        When a word is not understood, days have no hours, or the hours of a day overlap.

    Examples
    --------
    >>> free_hours_to_osm("Du lundi au jeudi 9h-12h et 14h-17h, vendredi de 9h à 12h30")
    'Mo-Th 09:00-12:00,14:00-17:00; Fr 09:00-12:30'
    """
    written = text.strip().casefold().replace("’", "'")
    if _ALWAYS.fullmatch("".join(written.split())):
        return "24/7"
    timetable = _Timetable()
    opening = _OPENING.match(written)
    at = opening.end() if opening else 0
    while at < len(written):
        at = _read_next(written, at, timetable)
    return timetable.close()


def _read_next(text: str, at: int, timetable: _Timetable) -> int:
    """Read what stands at a position into the timetable; the position after it."""
    if found := _SPAN.match(text, at):
        timetable.open(*_minutes(found))
    elif found := _NTH_DAY.match(text, at):
        figures = [found[1] or found[2], found[3] or found[4]]
        numbers = [str(_NTH.get(figure, figure)) for figure in figures if figure]
        timetable.name_days([f"{_osm_day(found[5])}[{','.join(numbers)}]"])
    elif found := _RANGE.match(text, at):
        first, last = (_OSM_DAYS.index(_osm_day(found[group])) for group in (1, 2))
        if first >= last:
            raise UnreadableHoursError(f"« {found[0]} » n'est pas une suite de jours")
        timetable.name_days(_OSM_DAYS[first : last + 1])
    elif found := _EVERY_DAY.match(text, at):
        timetable.name_days(_OSM_DAYS)
    elif found := _ONE_DAY.match(text, at):
        timetable.name_days([_osm_day(found[1])])
    elif found := _WEEK_END.match(text, at):
        timetable.name_days(_OSM_DAYS[5:])
    elif (found := _WEEKS.match(text, at)) and not timetable.weeks:
        if at > 0 and found.end() < len(text):
            raise UnreadableHoursError("semaines paires ou impaires pour une partie du texte")
        timetable.weeks = "week 1-53/2 " if found[1] else "week 2-53/2 "
    elif not (found := _BETWEEN.match(text, at)):
        raise UnreadableHoursError(f"« {text[at : at + 30]} » n'est pas compris")
    return found.end()


def _osm_day(name: str) -> str:
    """Name of a day in OpenStreetMap syntax."""
    return _OSM_DAYS[_BEGINNINGS.index(name[:3])]


def _minutes(span: re.Match[str]) -> tuple[int, int]:
    """Start and end of a span, in minutes since midnight; the end may lie after midnight."""
    from_hour, _, from_min, from_apart, to_hour, to_mark, to_min, to_apart = span.groups()
    if to_hour.isdigit() and not to_mark:
        raise UnreadableHoursError(f"« {span[0]} » n'est pas un horaire")
    start = _time(from_hour, from_min or from_apart)
    end = _time(to_hour, to_min or to_apart)
    if start < _EARLIEST_MIN:
        raise UnreadableHoursError(f"« {span[0]} » commence dans la nuit")
    if end < start and start >= 12 * 60 and end <= 6 * 60:
        return start, end
    if not start < end:
        raise UnreadableHoursError(f"« {span[0]} » finit avant de commencer")
    return start, end


def _time(hour: str, minute: str | None) -> int:
    """Minutes since midnight."""
    if not hour.isdigit():
        return 12 * 60 if hour == "midi" else 24 * 60
    minutes = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or minutes > 24 * 60:
        raise UnreadableHoursError(f"« {hour} h {minute or ''} » n'est pas une heure")
    return minutes


def _require_apart(day: str, spans: list[tuple[int, int]]) -> None:
    """Refuse hours of one day that overlap: nothing says which ones hold."""
    until = -1
    for start, end in sorted(spans):
        if start < until:
            raise UnreadableHoursError(f"horaires qui se recouvrent ({day})")
        until = end if end > start else end + 24 * 60


def _rules(days: Sequence[str], spans: dict[str, list[tuple[int, int]]]) -> list[str]:
    """Write one rule for each run of days with the same hours."""
    runs: list[tuple[list[str], str]] = []
    for day in days:
        hours = ",".join(f"{_clock(start)}-{_clock(end)}" for start, end in sorted(spans[day]))
        follows = bool(runs) and runs[-1][1] == hours and _is_next(runs[-1][0][-1], day)
        if follows:
            runs[-1][0].append(day)
        else:
            runs.append(([day], hours))
    return [
        f"{run[0]}-{run[-1]} {hours}" if len(run) > 1 else f"{run[0]} {hours}"
        for run, hours in runs
    ]


def _is_next(before: str, day: str) -> bool:
    """Whether a day of the week follows another one."""
    return "[" not in before + day and _OSM_DAYS.index(day) == _OSM_DAYS.index(before) + 1


def _clock(minutes: int) -> str:
    """Write minutes since midnight as a time of day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"

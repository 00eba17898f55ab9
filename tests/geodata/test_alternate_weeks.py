"""Weeks said beside the hours: a stop served every other week is open half of its hours."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.alternate_weeks import in_weeks, split_weeks
from geodata.opening_hours import UnreadableHoursError, hours_per_year
from geodata.published_hours import read_hours

# The twelve stops of a bus of Charente: hours of the stop's day, as its file writes them, and the
# weeks that it writes in another column.
BUS = (
    ("Mo 09:30-12:30,13:30-15:30; PH off", "Semaine impaire"),
    ("Tu 09:00-12:30,13:30-15:30; PH off", "Semaine impaire"),
    ("We 09:00-12:30,13:30-15:30; PH off", "Semaine impaire"),
    ("Th 09:30-12:30; PH off", "Semaine impaire"),
    ("Fr 08:45-12:15; PH off", "Semaine impaire"),
    ("Fr 13:30-16:30; PH off", "Semaine impaire"),
    ("Tu 09:30-12:00; PH off", "Semaine paire"),
    ("Tu 13:30-16:30; PH off", "Semaine paire"),
    ("We 09:30-12:30,13:30-15:30; PH off", "Semaine paire"),
    ("Th 08:45-12:15; PH off", "Semaine paire"),
    ("Th 13:30-16:30; PH off", "Semaine paire"),
    ("Fr 09:00-12:30; PH off", "Semaine paire"),
)


def hours(text: str) -> float:
    """Hours a year of a text that is read without a remark."""
    said: list[tuple[str, str]] = []
    found = read_hours(text, lambda code, words: said.append((code, words)))
    assert said == []
    return float(str(found["hours_per_year_declared"]))


def test_a_bus_on_alternate_weeks_is_open_half_of_its_hours() -> None:
    """46 hours a week when the weeks are not read, 23 in truth (methods.md 1.4)."""
    days = [text.replace("; PH off", "") for text, _ in BUS]
    assert sum(hours(day) for day in days) / 52 == 46
    weeks = [f"{day} {weeks}" for day, (_, weeks) in zip(days, BUS, strict=True)]
    assert sum(hours(text) for text in weeks) / 52 == 23


def test_public_holidays_of_the_bus_are_off() -> None:
    """Of 23 hours a week, those of the stops that fall on a public holiday are lost."""
    days = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    holidays = [datetime.date(2026, *day) for day in
                ((4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (8, 15), (11, 1), (11, 11),
                 (12, 25))]  # fmt: skip
    holidays.append(datetime.date(2027, 1, 1))
    lost = 0.0
    for day in holidays:
        weeks = "Semaine impaire" if day.isocalendar().week % 2 else "Semaine paire"
        stops = [text for text, when in BUS if (text[:2], when) == (days[day.weekday()], weeks)]
        lost += sum(hours(text.replace("; PH off", "")) / 52 for text in stops)
    assert lost == 42
    assert sum(hours(f"{text} {weeks}") for text, weeks in BUS) == 23 * 52 - lost


@pytest.mark.parametrize(
    ("text", "alone", "weeks"),
    [
        ("Tu 14:00-17:00", "Tu 14:00-17:00", ""),
        ("Tu 14:00-17:00 Semaine impaire", "Tu 14:00-17:00", "week 1-53/2 "),
        ("Tu 14:00-17:00, semaines paires", "Tu 14:00-17:00", "week 2-53/2 "),
        ("Tu 14:00-17:00 (sem. paire)", "Tu 14:00-17:00", "week 2-53/2 "),
        ("Tu 14:00-17:00 en semaine paire.", "Tu 14:00-17:00", "week 2-53/2 "),
        ("Tu 14:00-17:00 chaque semaine", "Tu 14:00-17:00", ""),
        ("mardi 14h-17h les semaines impaires", "mardi 14h-17h", "week 1-53/2 "),
        ("1 semaine sur 2", "1 semaine sur 2", ""),
    ],
)
def test_weeks_are_parted_from_hours(text: str, alone: str, weeks: str) -> None:
    assert split_weeks(text) == (alone, weeks)


def test_two_ways_of_saying_weeks_are_not_reconciled() -> None:
    with pytest.raises(UnreadableHoursError, match="dit déjà ses semaines"):
        in_weeks("week 1-53/2 Mo 09:00-12:00", "week 2-53/2 ")


@given(st.sampled_from(BUS))
def test_odd_and_even_weeks_make_the_whole_year(stop: tuple[str, str]) -> None:
    odd, even = (in_weeks(stop[0], weeks) for weeks in ("week 1-53/2 ", "week 2-53/2 "))
    assert hours_per_year(odd) + hours_per_year(even) == hours_per_year(stop[0])

"""French opening hours become OpenStreetMap syntax, then hours a year; text is never zero."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.opening_hours import DAYS, UnreadableHoursError, hours_per_year, to_osm


@pytest.mark.parametrize(
    ("expression", "hours"),
    [
        ("Mo 09:30-12:30,13:30-15:30", 260),
        ("Mo 09:30-12:30,13:30-15:30; PH off", 250),  # 6 April and 25 May 2026 are public holidays
        ("week 1-53/2 Mo 09:30-12:30,13:30-15:30", 130),
        ("Mo[1] 14:00-17:00", 36),
        ("Mo-Fr 09:00-12:00,13:00-17:00", 1820),
        ("Mo 09:00-12:00,11:00-13:00", 208),
        ("Fr 20:00-24:00", 208),
        ("24/7", 8736),
    ],
)
def test_hours_per_year(expression: str, hours: float) -> None:
    assert hours_per_year(expression) == hours


def test_every_year_has_52_whole_weeks() -> None:
    for year in range(2020, 2034):
        assert hours_per_year("Mo-Su 10:00-11:00", year) == 364
        assert hours_per_year("Mo 10:00-11:00", year) == 52


def test_what_is_not_that_syntax_is_refused() -> None:
    with pytest.raises(UnreadableHoursError):
        hours_per_year("sur rendez-vous")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("09:00 - 12:00 / 14:00 - 17:00", "Mo 09:00-12:00,14:00-17:00"),
        ("09:00-12:00", "Mo 09:00-12:00"),
        ("9h00-12h30", "Mo 09:00-12:30"),
        ("9h-12h et 14h-17h", "Mo 09:00-12:00,14:00-17:00"),
        ("09:00 – 12:00", "Mo 09:00-12:00"),
        ("de 9 h à 12 h 30, 14H-17H", "Mo 09:00-12:30,14:00-17:00"),
        ("00:00 - 00:00 / 09:00 - 12:00", "Mo 09:00-12:00"),
        ("20:00-24:00", "Mo 20:00-24:00"),
    ],
)
def test_ways_of_writing(text: str, rule: str) -> None:
    assert to_osm({"lundi": text}) == rule


def test_days_are_in_order_and_closed_ones_left_out() -> None:
    days = {"samedi": "9h-12h", "lundi": "9h-12h", "mardi": "Fermé", "jeudi": None, "vendredi": " "}
    assert to_osm(days) == "Mo 09:00-12:00; Sa 09:00-12:00"


def test_no_text_at_all_is_missing() -> None:
    assert to_osm({}) is None
    assert to_osm(dict.fromkeys(DAYS, " ")) is None


@pytest.mark.parametrize(
    "text",
    [
        "sur rendez-vous",
        "24/7",
        "22:00-02:00",
        "12:00-09:00",
        "9h-25h",
        "09:75-10:00",
        "semaine impaire 9h-12h",
        "fermé",
        "00:00 - 00:00",
    ],
)
def test_what_cannot_be_read_is_never_guessed(text: str) -> None:
    with pytest.raises(UnreadableHoursError):
        to_osm({"lundi": text})


@given(st.dictionaries(st.sampled_from(sorted(DAYS)), st.text(max_size=30)))
def test_any_text_is_read_missing_or_refused(days: dict[str, str]) -> None:
    try:
        expression = to_osm(days)
    except UnreadableHoursError:
        return
    assert expression is None or 0 < hours_per_year(expression) <= 8736


@given(st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True).map(sorted))
def test_hours_are_the_sum_of_the_spans(minutes: list[int]) -> None:
    pairs = list(zip(minutes[::2], minutes[1::2], strict=False))
    text = " / ".join(f"{a // 60:02}:{a % 60:02} - {b // 60:02}:{b % 60:02}" for a, b in pairs)
    expression = to_osm({"mercredi": text})
    assert expression is not None
    assert hours_per_year(expression) == pytest.approx(52 * sum(b - a for a, b in pairs) / 60)


_DAYS = st.sampled_from(["Mo", "We,Fr", "Tu-Th", "Sa-Mo", "Su"])
_SPANS = st.sampled_from(["09:00-12:00", "09:00-12:00,14:00-17:30", "20:00-02:00", "11:00-24:00"])


@given(st.lists(st.tuples(_DAYS, _SPANS), min_size=1, max_size=4))
def test_one_week_tells_the_year_when_weeks_are_alike(rules: list[tuple[str, str]]) -> None:
    weekly = "; ".join(f"{days} {spans}" for days, spans in rules)
    yearly = "; ".join(f"Jan-Dec {days} {spans}" for days, spans in rules)
    assert hours_per_year(weekly) == hours_per_year(yearly)


def test_a_day_of_a_thousand_blanks_is_refused_at_once() -> None:
    with pytest.raises(UnreadableHoursError, match="démesuré"):
        to_osm({"lundi": "9h" + " " * 5000 + "-12h"})

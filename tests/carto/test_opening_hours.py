"""Tests of `carto.opening_hours`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.opening_hours import hours_in_words

DAY = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def said(hours: str) -> list[str]:
    return [line.replace("\u00a0", " ") for line in hours_in_words(hours)]


def test_days_with_the_same_hours_are_said_together() -> None:
    assert said("Mo 09:00-12:00; Tu 09:00-12:00; We 09:00-12:00; Fr 14:30-17:00") == [
        "du lundi au mercredi : 9 h–12 h",
        "vendredi : 14 h 30–17 h",
    ]


def test_days_apart_are_listed() -> None:
    assert said("Mo,We,Fr 09:00-12:00")[0].startswith("lundi, mercredi et vendredi :")


def test_closed_holidays_are_left_out() -> None:
    assert said("Sa 09:00-12:00; PH off") == ["samedi : 9 h–12 h"]


@pytest.mark.parametrize(
    "hours",
    ["week 1-53/2 Mo 09:00-12:00", "Mo[1] 14:00-17:00", "sur rendez-vous", "Mo 09:00-12:00; 24/7"],
)
def test_what_is_not_understood_is_kept_whole(hours: str) -> None:
    assert hours_in_words(hours) == [rule.strip() for rule in hours.split(";")]


def test_a_day_given_twice_is_not_guessed() -> None:
    assert said("Mo 09:00-12:00; Mo 14:00-17:00") == ["lundi : 9 h–12 h", "lundi : 14 h–17 h"]


def test_an_exception_follows_the_days_that_it_is_taken_from() -> None:
    assert said("Mo-Fr 09:00-12:15,13:30-17:00; We 09:00-12:15; Fr off; PH off") == [
        "du lundi au vendredi : 9 h–12 h 15, 13 h 30–17 h",
        "mercredi : 9 h–12 h 15",
        "vendredi : fermé",
    ]


def test_days_that_only_close_are_left_out() -> None:
    assert said("Tu-Fr 09:00-12:00; Sa,Su off; Mo,PH off") == ["du mardi au vendredi : 9 h–12 h"]


@given(st.sets(st.sampled_from(DAY), min_size=1))
def test_every_open_day_has_its_line_when_hours_differ(days: set[str]) -> None:
    opened = [day for day in DAY if day in days]
    rules = [f"{day} {8 + index:02}:00-20:00" for index, day in enumerate(opened)]
    assert len(hours_in_words("; ".join(rules))) == len(opened)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    hours_in_words(text)


def test_hours_given_twice_are_said_once() -> None:
    assert said("Mo 08:30-17:00,08:30-17:00") == ["lundi : 8 h 30–17 h"]
    assert said("Mo 08:30-17:00; Mo 08:30-17:00") == ["lundi : 8 h 30–17 h"]


def test_hours_that_touch_or_overlap_are_one() -> None:
    assert said("Mo 07:30-13:00,13:00-17:00") == ["lundi : 7 h 30–17 h"]
    assert said("Mo 08:00-15:00,08:30-13:30") == ["lundi : 8 h–15 h"]
    assert said("Fr 20:00-02:00; Sa 09:00-24:00") == ["vendredi : 20 h–2 h", "samedi : 9 h–24 h"]

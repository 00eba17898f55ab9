"""Tests of `carto.weekly_hours`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.weekly_hours import (
    DAYS,
    as_text,
    is_open_evenings,
    is_open_saturdays,
    weekly_hours,
)


def test_a_week_has_seven_days_and_closed_ones_are_empty() -> None:
    week = weekly_hours("Tu,Th 09:00-12:00; Sa 10:00-12:30,14:00-17:00")
    assert week is not None
    assert len(week) == len(DAYS)
    assert [bool(spans) for spans in week] == [False, True, False, True, False, True, False]
    assert week[5] == ((600, 750), (840, 1020))


def test_a_closing_after_the_days_closes_one_of_them() -> None:
    week = weekly_hours("Mo-Fr 09:00-12:00; We off; PH off")
    assert week is not None
    assert week[2] == ()
    assert week[3] == ((540, 720),)


def test_spans_that_touch_are_one() -> None:
    week = weekly_hours("Mo 13:00-17:00,07:30-13:00")
    assert week is not None
    assert week[0] == ((450, 1020),)


def test_a_night_goes_on_after_midnight() -> None:
    week = weekly_hours("Fr 20:00-02:00")
    assert week is not None
    assert week[4] == ((1200, 1560),)
    assert is_open_evenings(week)


@pytest.mark.parametrize(
    "hours",
    [
        None,
        "",
        "sur rendez-vous",
        "week 1-53/2 Mo 09:00-12:00",
        "Mo[1] 14:00-17:00",
        "Mo-Sa 09:00-12:00; Mo 14:00-17:30",
        "We off; Mo-Fr 09:00-12:00",
        "PH off",
    ],
)
def test_what_is_not_plain_is_unknown_rather_than_closed(hours: str | None) -> None:
    assert weekly_hours(hours) is None


def test_the_same_rule_twice_is_not_a_contradiction() -> None:
    assert weekly_hours("Mo 08:30-17:00; Mo 08:30-17:00") == weekly_hours("Mo 08:30-17:00")


@pytest.mark.parametrize(
    ("hours", "evening", "saturday"),
    [
        ("Mo-Fr 09:00-18:00", False, False),
        ("Mo-Fr 09:00-18:01", True, False),
        ("Sa 09:00-12:00", False, True),
        ("Mo-Sa 09:00-12:00; Sa off", False, False),
    ],
)
def test_evenings_and_saturdays(hours: str, evening: bool, saturday: bool) -> None:
    week = weekly_hours(hours)
    assert week is not None
    assert (is_open_evenings(week), is_open_saturdays(week)) == (evening, saturday)


def test_a_week_is_written_for_a_script() -> None:
    week = weekly_hours("Mo 09:00-12:00,14:00-17:00; Su 10:00-12:00")
    assert week is not None
    assert as_text(week) == "540-720,840-1020;;;;;;600-720"


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    weekly_hours(text)

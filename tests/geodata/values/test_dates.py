"""Dates: both orders, times of day, and days that do not exist."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.dates import read_date
from geodata.values.verdicts import UnusableValueError


@pytest.mark.parametrize("text", ["", " ", "nd", "s", "-"])
def test_missing(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["2027-01-31", "31/01/2027", " 31/1/2027 ", "2027-01-31T00:00:00+01:00", "31/01/2027 00:00"],
)
def test_ways_of_writing(text: str) -> None:
    assert read_date(text) == "2027-01-31"


@pytest.mark.parametrize(
    "text",
    ["31/02/2027", "2027-13-01", "01/31/2027", "janvier 2027", "46053", "31/01/27", "0000-01-01"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read_date(text)
    assert caught.value.code == "DATE_ILLISIBLE"
    assert text in caught.value.reason


@given(st.dates())
def test_both_orders_say_the_same_day(day: datetime.date) -> None:
    french = f"{day.day:02}/{day.month:02}/{day.year:04}"
    assert read_date(day.isoformat()) == read_date(french) == day.isoformat()


@given(st.text(max_size=20))
def test_any_text_is_a_date_missing_or_refused(text: str) -> None:
    try:
        found = read_date(text)
    except UnusableValueError:
        return
    assert found is None or datetime.date.fromisoformat(found)

"""Dates of update: the forms that files hold, and the days that never were."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.update_dates import read_update_date


def read(text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_update_date(text, "2024-08-01", lambda code, _: said.append(code)), said


@pytest.mark.parametrize("text", ["2024-04-02", "2024-04-02T09:30:00.000Z", "2024-04-02 09:30"])
def test_iso_dates_need_no_remark(text: str) -> None:
    assert read(text) == ("2024-04-02", [])


@pytest.mark.parametrize("text", ["02/04/2024", "2/4/2024", "02.04.2024", "45384", "45384.5"])
def test_other_forms_are_repaired(text: str) -> None:
    assert read(text) == ("2024-04-02", ["DATE_REPAREE"])


@pytest.mark.parametrize(
    "text",
    [
        "0000-00-00",
        "1970-01-01",
        "1899-12-30",
        "2099-01-01",
        "2025-08-03",
        "2024-02-30",
        "04/13/2024",
        "09/0102023",
        "hier",
        "12",
    ],
)
def test_impossible_dates_are_missing(text: str) -> None:
    assert read(text) == (None, ["DATE_ILLISIBLE"])


@pytest.mark.parametrize("text", ["", "  ", "null", "nan"])
def test_no_date_is_missing_without_a_remark(text: str) -> None:
    assert read(text) == (None, [])


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2024, 8, 1)))
def test_every_form_of_a_day_is_that_day(day: datetime.date) -> None:
    serial = (day - datetime.date(1899, 12, 30)).days
    for text in (day.isoformat(), day.strftime("%d/%m/%Y"), str(serial)):
        assert read(text)[0] == day.isoformat()


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_missing(text: str) -> None:
    date, said = read(text)
    assert date is None or datetime.date.fromisoformat(date)
    assert len(said) <= 1

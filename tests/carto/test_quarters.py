"""Quarters: their days, and an order that sorting texts gives."""

from __future__ import annotations

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from carto.quarters import last_day, quarter_of
from carto.tables.inputs import QUARTER_PATTERN

DAYS = st.dates(min_value=datetime.date(1900, 1, 1))


@given(DAYS)
def test_a_day_is_in_its_quarter(day: datetime.date) -> None:
    quarter = quarter_of(day.isoformat())
    assert re.fullmatch(QUARTER_PATTERN, quarter)
    end = datetime.date.fromisoformat(last_day(quarter))
    assert 0 <= (end - day).days <= 92
    assert quarter_of(end.isoformat()) == quarter


@given(DAYS, DAYS)
def test_texts_sort_as_time_does(one: datetime.date, other: datetime.date) -> None:
    quarters = (quarter_of(one.isoformat()), quarter_of(other.isoformat()))
    assert (quarters[0] < quarters[1]) == (last_day(quarters[0]) < last_day(quarters[1]))

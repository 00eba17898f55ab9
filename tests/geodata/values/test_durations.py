"""Durations and times as people write them; what cannot be one is refused with an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.durations import read_hours, read_time
from geodata.values.verdicts import UnusableValueError


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        *(("2", 2), ("2,5", 2.5), ("2.5", 2.5), ("2h", 2), ("2 h", 2), ("2H30", 2.5)),
        *(("2 h 30", 2.5), ("2h30min", 2.5), ("2:30", 2.5), ("02:30:00", 2.5), ("1 heure", 1)),
        *(("90 min", 1.5), ("45mn", 0.75), ("150 minutes", 2.5), ("0,5", 0.5), ("24", 24)),
    ],
)
def test_a_duration_is_read_in_hours(text: str, hours: float) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["", "nd", " "])
def test_no_duration_is_missing(text: str) -> None:
    assert read_hours(text) is None


@pytest.mark.parametrize("text", ["0", "0h", "-2", "150", "25h", "1500 min"])
def test_an_improbable_duration_is_refused(text: str) -> None:
    with pytest.raises(UnusableValueError, match=r"DUREE_IMPROBABLE: .*2h30"):
        read_hours(text)


@pytest.mark.parametrize("text", ["matinée", "2h et demie", "½ journée", "h30"])
def test_a_duration_in_words_is_refused(text: str) -> None:
    with pytest.raises(UnusableValueError, match=r"DUREE_ILLISIBLE: .*2h30"):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [("14h", "14:00"), ("9h30", "09:30"), ("14:00", "14:00"), ("08:15:00", "08:15"), ("", None)],
)
def test_a_time_of_day_is_read(text: str, time: str | None) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize("text", ["25h", "14h75", "matin", "14"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(UnusableValueError, match="HEURE_ILLISIBLE"):
        read_time(text)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_hours, read_time):
        try:
            read(text)
        except UnusableValueError:
            continue

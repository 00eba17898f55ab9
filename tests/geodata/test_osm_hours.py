"""Hours in OpenStreetMap syntax are believed only when they mean what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import validate

from geodata.opening_hours import UnreadableHoursError, hours_per_year
from geodata.osm_hours import checked_osm


@pytest.mark.parametrize(
    ("text", "expression", "weekly"),
    [
        ("Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00", 30),
        ("Mo-Fr 09:00-12:00; Tu 14:00-17:00", "Mo-Fr 09:00-12:00; Tu 14:00-17:00", 15),
        ("Mo-Fr 09:00-12:00; We off", "Mo-Fr 09:00-12:00; We off", 12),
        ("Mo-Fr 9h-12h30,13h30-17h", "Mo-Fr 09:00-12:30,13:30-17:00", 35),
        ("Mo 9:00-12:00", "Mo 09:00-12:00", 3),
        ("Mo 00:00-00:00,09:00-12:00", "Mo 09:00-12:00", 3),
        ("Mo 09:00-12:00,14:00-14:00", "Mo 09:00-12:00", 3),
        ("Mo 09:00-12:00; Tu 00:00-00:00", "Mo 09:00-12:00", 3),
        ("Fr 20:00-02:00", "Fr 20:00-02:00", 6),
        ("24/7", "24/7", 168),
    ],
)
def test_hours_that_may_be_believed(text: str, expression: str, weekly: float) -> None:
    assert checked_osm(text) == expression
    assert hours_per_year(expression) / 52 == weekly


@pytest.mark.parametrize(
    "text",
    [
        "sur rendez-vous",
        "Mo 09:00",
        "Mo 09:00-12:00-14:00",
        "Mo-Fr",
        "Mo-Fr 09:00-12:00; Sa",
        "off",
        "Mo 00:00-00:00",
        "Fr 17:00-12:00",
        "Lundi 9h-12h",
        ";",
    ],
)
def test_the_others_are_refused(text: str) -> None:
    with pytest.raises(UnreadableHoursError):
        checked_osm(text)


@given(st.text(alphabet="MoTuWeFrSaSu0123456789:-,; hoff/[]", max_size=40))
def test_what_is_believed_is_valid_and_open(text: str) -> None:
    try:
        expression = checked_osm(text)
    except UnreadableHoursError:
        return
    assert validate(expression)
    assert hours_per_year(expression) > 0

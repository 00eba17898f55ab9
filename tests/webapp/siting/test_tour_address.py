"""Tests of `webapp.siting.tour_address`."""

from __future__ import annotations

import pytest

from webapp.siting.tour_address import read_tour_text, tour_text

COMMUNES = {"29001", "29042", "29043"}


def test_a_tour_is_read_as_it_was_written() -> None:
    text = "29001:10.5:2:29042-29043"
    asked = read_tour_text(text, COMMUNES)
    assert asked is not None
    assert (asked.base, asked.hours_week, asked.half_days) == ("29001", 10.5, 2)
    assert asked.stops == ("29042", "29043")
    assert tour_text(asked) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "29001",
        "29001:14:1:",
        "29001:99:1:29042",
        "29001:14:3:29042",
        "29001:14:1:29001",
        "29001:14:1:75056",
        "75056:14:1:29042",
    ],
)
def test_a_tour_that_makes_no_sense_is_none(text: str) -> None:
    assert read_tour_text(text, COMMUNES) is None

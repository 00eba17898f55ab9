"""Tests of `webapp.method.sheet`: every text is set in type."""

from __future__ import annotations

from carto.french import NARROW, NBSP
from webapp.method.sheet import Example, Sheet, clip, in_type, trimmed


def test_every_text_of_a_sheet_is_set_in_type() -> None:
    plain = "pour 1 000 habitants : oui ?"
    typed = f"pour 1{NARROW}000 habitants{NBSP}: oui{NBSP}?"
    found = Sheet("a", plain, plain, (plain,), plain, (plain,), Example((plain,))).in_type()
    assert found == Sheet("a", typed, typed, (typed,), typed, (typed,), Example((typed,)))


def test_years_and_small_numbers_are_left_alone() -> None:
    assert in_type("en 2026 ou 10 15 20") == "en 2026 ou 10 15 20"


def test_decimals_that_say_nothing_are_left_out() -> None:
    assert trimmed(100.0, 0) == "100"
    assert trimmed(16786.5, 2) == f"16{NARROW}786,5"


def test_a_share_stays_between_its_bounds() -> None:
    assert clip(float("inf")) == 1

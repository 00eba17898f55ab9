"""Tests of `webapp.printing.print_choice`."""

from __future__ import annotations

import pytest

from webapp.printing.print_choice import PrintChoice, read_print_choice


def test_without_a_choice_the_sheet_is_a4_in_the_best_direction() -> None:
    assert read_print_choice({}) == (PrintChoice(), ())
    assert PrintChoice().query() == {}


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("direction", ["paysage", "portrait"])
def test_a_choice_goes_round(paper: str, direction: str) -> None:
    choice = PrintChoice(paper, direction)
    assert read_print_choice(choice.query()) == (choice, ())


def test_what_is_not_understood_is_said() -> None:
    choice, notices = read_print_choice({"papier": "<b>a0</b>" * 9, "sens": "oblique"})
    assert choice == PrintChoice()
    assert len(notices) == 2
    assert all(len(notice) < 160 for notice in notices)

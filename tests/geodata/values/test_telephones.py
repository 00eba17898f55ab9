"""Telephones: those of institutions in all their forms, those of persons never."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.telephones import read_telephone


def read(text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_telephone(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("02 98 44 00 00", "+33298440000"),
        ("02.98.44.00.00", "+33298440000"),
        ("0298440000", "+33298440000"),
        ("+33 (0)2 98 44 00 00", "+33298440000"),
        ("0033 2 98 44 00 00", "+33298440000"),
        ("02 98 44 00 00 / 02 98 44 00 01", "+33298440000"),
        ("0298440000 0298440001", "+33298440000"),
        ("06 12 34 56 78 ou 02 98 44 00 00", "+33298440000"),
        ("Mairie : 02 98 44 00 00 (matin)", "+33298440000"),
        ("0596 71 10 00", "+596596711000"),
        ("02 62 98 06 06", "+262262980606"),
        ("0269 61 12 12", "+262269611212"),
        ("0 806 10 10 10", "+33806101010"),
    ],
)
def test_numbers_of_institutions(text: str, number: str) -> None:
    assert read(text) == (number, [])


def test_a_lost_zero_is_restored() -> None:
    assert read("298440000") == ("+33298440000", ["TELEPHONE_REPARE"])


@pytest.mark.parametrize(
    "text",
    [
        *("06 12 34 56 78", "+33761234567", "0692 12 34 56", "+262 639 01 23 45", "0690121212"),
        *("07 11 22 33 44", "0711223344", "+33 (0)7 11 22 33 44", "Mme X : 07-01-02-03-04"),
    ],
)
def test_mobiles_are_personal(text: str) -> None:
    assert read(text) == (None, ["TELEPHONE_PERSONNEL"])


@pytest.mark.parametrize("text", ["3939", "voir site", "02 98", "12"])
def test_what_is_no_number(text: str) -> None:
    assert read(text) == (None, ["TELEPHONE_ILLISIBLE"])


@pytest.mark.parametrize("text", ["", " ", "null"])
def test_nothing_is_missing_without_a_remark(text: str) -> None:
    assert read(text) == (None, [])


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_missing(text: str) -> None:
    number, _ = read(text)
    assert number is None or re.fullmatch(r"\+\d{8,12}", number)


@given(st.from_regex(r"0[67]([ .-]?[0-9]{2}){4}", fullmatch=True))
def test_no_mobile_number_is_ever_kept(text: str) -> None:
    assert read(text)[0] is None

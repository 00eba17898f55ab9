"""Tests of `webapp.page_number`."""

from __future__ import annotations

import pytest

from webapp.page_number import read_page_number


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("12", 12), ("999999", 999_999)])
def test_a_page_is_read(text: str, number: int) -> None:
    assert read_page_number({"page": text}) == (number, ())


def test_without_one_it_is_the_first() -> None:
    assert read_page_number({}) == (1, ())


@pytest.mark.parametrize("text", ["0", "-1", "deux", "1.5", "²", "1000000"])
def test_what_is_no_page_is_the_first_and_said(text: str) -> None:
    number, notices = read_page_number({"page": text})
    assert number == 1
    assert f"page={text}" in notices[0]

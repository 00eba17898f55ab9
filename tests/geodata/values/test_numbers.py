"""Numbers of French files; missing is never zero."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.numbers import MISSING_MARKS, is_missing, read_count, read_number
from geodata.values.verdicts import UnusableValueError


@pytest.mark.parametrize("mark", sorted(MISSING_MARKS | {" NS ", "NaN"}))
def test_missing_marks(mark: str) -> None:
    assert is_missing(mark)
    assert read_number(mark) is None
    assert read_count(mark) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 150", 3150),
        (" 3\u00a0150    ", 3150),
        ("1\u202f234\u202f567,5", 1234567.5),
        ("20120", 20120),
        ("24382.083333333336", 24382.083333333336),
        ("-0,5", -0.5),
        ("1.5e3", 1500),
    ],
)
def test_read_number(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "NOMBRE_ILLISIBLE"),
        ("1,234.5", "NOMBRE_ILLISIBLE"),
        ("12 34", "NOMBRE_ILLISIBLE"),
        ("1_000", "NOMBRE_ILLISIBLE"),
        ("٣", "NOMBRE_ILLISIBLE"),
        ("inf", "NOMBRE_ILLISIBLE"),
        ("1e99", "NOMBRE_HORS_LIMITES"),
        ("-3", "NOMBRE_NEGATIF"),
        ("3,5", "NOMBRE_NON_ENTIER"),
    ],
)
def test_refused_counts(text: str, code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read_count(text)
    assert caught.value.code == code


def test_counts_as_arcep_writes_them() -> None:
    assert read_count("9435.000000000000000") == 9435
    assert read_count(" -    ", dash_is_zero=True) == 0
    assert read_count(" -    ") is None


@given(st.integers(0, 10**9), st.sampled_from([" ", "\u00a0", "\u202f", ""]))
def test_any_spacing_of_thousands_is_read_back(number: int, space: str) -> None:
    assert read_count(f"{number:,}".replace(",", space)) == number


@given(st.text(max_size=15))
def test_any_text_gives_a_count_or_a_refusal(text: str) -> None:
    with suppress(UnusableValueError):
        count = read_count(text, dash_is_zero=True)
        assert count is None or count >= 0

"""Patterns of LIKE against regular expressions, and how long hostile ones take."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import ParameterError
from webapp.ogc.filtering.like_pattern import LONGEST_PATTERN, MOST_PIECES, LikePattern

SIGNS = {"%": ".*", "_": "."}


def expression(pattern: str) -> str:
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    return "".join(SIGNS.get(part, re.escape(part[-1])) for part in parts)


@given(st.text("ab%_\n", max_size=7), st.text("ab%_\n", max_size=12))
def test_match_as_a_regular_expression_does(pattern: str, text: str) -> None:
    expected = re.fullmatch(expression(pattern), text, re.DOTALL) is not None
    assert LikePattern.read(pattern).matches(text) is expected


@pytest.mark.parametrize(
    ("pattern", "text", "is_matched"),
    [
        ("", "", True),
        ("", "a", False),
        ("%", "", True),
        ("%%", "abc", True),
        ("a%a", "a", False),
        ("%ab%ab", "ab", False),
        ("_", "é", True),
        (r"\%", "%", True),
        (r"\%", "x", False),
        (r"a\_b", "a_b", True),
        (r"\\", "\\", True),
        ("a\\", "a\\", True),
        ("[a-z]", "b", False),
        (".*", "b", False),
    ],
)
def test_match_by_hand(pattern: str, text: str, is_matched: bool) -> None:
    assert LikePattern.read(pattern).matches(text) is is_matched


def test_a_hostile_pattern_costs_no_more_than_an_honest_one() -> None:
    pattern = LikePattern.read("%" + "a%" * (MOST_PIECES - 3) + "_" * 100 + "b")
    begun = time.process_time()
    assert not pattern.matches("a" * 100_000)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("pattern", ["%a" * MOST_PIECES, "a" * (LONGEST_PATTERN + 1)])
def test_refuse_long_patterns(pattern: str) -> None:
    with pytest.raises(ParameterError, match="trop"):
        LikePattern.read(pattern)

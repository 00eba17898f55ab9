"""Definitions of the premises: dated, apart, and seen in the rates published at their change."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from carto.measures.denominators import (
    CONSTRUCTION_SINCE,
    DENOMINATORS,
    UNKNOWN,
    denominator_of,
    published_falls,
)

# Published rates of ARCEP, in whole percents, from 2019-T1 to 2020-T3 (Licence Ouverte 2.0).
RHONE = [71, 74, 78, 69, 75, 76, 79]
PARIS = [100, 100, 100, 96, 100, 95, 95]


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        ("2017-T4", 0),
        ("2019-T2", 0),
        ("2019-T3", UNKNOWN),
        ("2019-T4", 1),
        ("2024-T3", 1),
        ("2024-T4", 2),
        ("2026-T2", 2),
    ],
)
def test_each_quarter_has_one_definition_or_none_known(quarter: str, expected: int) -> None:
    assert denominator_of(quarter) == expected


def test_definitions_follow_each_other_and_say_who_says_so() -> None:
    firsts = [known.first for known in DENOMINATORS]
    assert firsts == sorted(firsts)
    assert CONSTRUCTION_SINCE == "2024-T4"
    assert all(known.definition and known.source for known in DENOMINATORS)
    for before, after in pairwise(DENOMINATORS):
        assert before.last < after.first


def test_the_change_at_the_end_of_2019_is_seen() -> None:
    falls = published_falls(np.array([RHONE, PARIS], dtype=float))
    assert falls[0].tolist() == [False, False, False, True, False, False, False]
    assert falls[1].tolist() == [False, False, False, True, False, True, False]


def test_what_is_unknown_does_not_fall() -> None:
    assert not published_falls(np.array([[90.0, np.nan, 40.0]])).any()

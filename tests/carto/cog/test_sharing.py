"""Shares add up to the whole, keep its rate, and are missing rather than invented."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.cog.sharing import share_counts

PEOPLE = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=6)
COUNTS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)


@given(COUNTS, PEOPLE)
def test_parts_add_up_and_never_hold_more_than_they_can(
    counts: list[int], people: list[int]
) -> None:
    fewer, more = counts
    weights = {f"{number:05d}": float(value) for number, value in enumerate(people)}
    parts = share_counts({"locaux": more, "locaux_raccordables": fewer}, weights)
    if sum(people) == 0:
        assert all(part == dict.fromkeys(part) for part in parts.values())
        return
    assert sum(part["locaux"] or 0 for part in parts.values()) == more
    assert sum(part["locaux_raccordables"] or 0 for part in parts.values()) == fewer
    for heir, part in parts.items():
        locaux, raccordables = part["locaux"] or 0, part["locaux_raccordables"] or 0
        assert raccordables <= locaux
        assert abs(locaux - more * weights[heir] / sum(people)) < 1


def test_estimates_of_the_census_are_shared_without_rounding() -> None:
    parts = share_counts({"people_count": 10.5}, {"a": 1.0, "b": 2.0})
    assert parts == {"a": {"people_count": 3.5}, "b": {"people_count": 7.0}}


@pytest.mark.parametrize("weights", [{"a": 1.0, "b": math.nan}, {"a": 0.0, "b": 0.0}])
def test_without_populations_nothing_is_shared(weights: dict[str, float]) -> None:
    assert share_counts({"locaux": 3}, weights) == {"a": {"locaux": None}, "b": {"locaux": None}}


def test_a_missing_count_has_missing_parts_and_leaves_the_others() -> None:
    parts = share_counts({"locaux": None, "locaux_raccordables": 4}, {"a": 3.0, "b": 1.0})
    assert parts["a"] == {"locaux": None, "locaux_raccordables": 3}
    assert parts["b"] == {"locaux": None, "locaux_raccordables": 1}

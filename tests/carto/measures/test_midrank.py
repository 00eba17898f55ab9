"""Ranks among people: known answers, ties in the middle, invariants."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.midrank import score_by_rank

VALUES = st.lists(st.integers(0, 30), min_size=1, max_size=40)


def test_ten_equal_groups_have_the_ten_scores() -> None:
    assert score_by_rank(np.arange(10), np.ones(10)).tolist() == list(range(1, 11))


def test_a_value_that_everybody_has_is_in_the_middle() -> None:
    assert set(score_by_rank([5.0] * 7, [3.0] * 7)) == {5.0}


def test_people_weigh_not_communes() -> None:
    scores = score_by_rank([1, 2, 3], [98, 1, 1])
    assert scores.tolist() == [5.0, 10.0, 10.0]


def test_unknown_values_have_no_score_and_weigh_nothing() -> None:
    scores = score_by_rank([1, np.nan, 2], [50, 10_000, 50])
    assert scores.tolist()[0::2] == [3.0, 8.0]
    assert np.isnan(scores[1])


def test_nobody_is_ranked_among_nobody() -> None:
    assert np.isnan(score_by_rank([1.0, 2.0], [0, np.nan])).all()


@given(VALUES)
def test_a_higher_value_never_scores_lower(values: list[int]) -> None:
    scores = score_by_rank(values, np.ones(len(values)))
    order = np.argsort(values, kind="stable")
    assert (np.diff(scores[order]) >= 0).all()
    assert scores.min() >= 1
    assert scores.max() <= 10


@given(VALUES, st.randoms())
def test_the_order_of_the_communes_is_of_no_weight(values: list[int], random: object) -> None:
    shuffled = list(range(len(values)))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    people = np.arange(1, len(values) + 1)
    scores = score_by_rank(values, people)
    assert score_by_rank(np.array(values)[shuffled], people[shuffled]).tolist() == pytest.approx(
        scores[shuffled].tolist()
    )

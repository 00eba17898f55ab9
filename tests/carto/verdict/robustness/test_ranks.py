"""Ranks: 1 is the greatest score of its group; the interval holds it and follows the weights."""

from __future__ import annotations

from dataclasses import astuple, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.verdict.parameters import Composite, Robustness
from carto.verdict.robustness.ranks import Ranks, competition_ranks, draw_weights, rank_within

RANGES = Robustness(weight_draws=200)


def families(communes: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).random((communes, 3))


def ranked(values: np.ndarray, groups: list[str] | None = None, **changes: object) -> Ranks:
    names = np.array(groups or ["29"] * len(values))
    return rank_within(values, names, replace(Composite(), **changes), RANGES)  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_competition_ranks_count_the_greater(scores: list[int]) -> None:
    found = competition_ranks(np.array([scores], dtype=float))[0]
    assert found.tolist() == [1 + sum(other > score for other in scores) for score in scores]


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
@given(seed=st.integers(0, 1000), communes=st.integers(1, 30))
@settings(max_examples=25, deadline=None)
def test_the_interval_holds_the_rank(aggregation: str, seed: int, communes: int) -> None:
    found = ranked(families(communes, seed), aggregation=aggregation)
    assert (found.low >= 1).all()
    assert (found.low <= found.rank).all()
    assert (found.rank <= found.high).all()
    assert (found.low <= found.median).all()
    assert (found.median <= found.high).all()
    assert (found.high <= communes).all()
    assert (found.among == communes).all()


def test_ranks_are_within_the_group() -> None:
    values = np.repeat([[0.9], [0.1], [0.5], [0.7]], 3, axis=1)
    found = ranked(values, ["29", "29", "35", "29"])
    assert found.rank.tolist() == [1, 3, 1, 2]
    assert found.among.tolist() == [3, 3, 1, 3]
    for end in (found.low, found.median, found.high):
        assert end.tolist() == found.rank.tolist()


def test_a_missing_family_or_no_group_leaves_out() -> None:
    values = families(4)
    values[0, 1] = np.nan
    found = ranked(values, ["29", "29", "", "29"])
    for column in astuple(found):
        assert np.isnan(column).tolist() == [True, False, True, False]
    assert sorted(found.rank[[1, 3]]) == [1, 2]


def test_nobody_to_rank() -> None:
    found = ranked(np.full((2, 3), np.nan))
    assert np.isnan(found.rank).all()


def test_equal_scores_share_the_best_rank() -> None:
    assert ranked(np.array([[0.5] * 3, [0.5] * 3, [0.1] * 3])).rank.tolist() == [1, 1, 3]


def test_the_order_of_communes_changes_nothing() -> None:
    values, order = families(25), np.random.default_rng(3).permutation(25)
    for column, shuffled in zip(
        astuple(ranked(values)), astuple(ranked(values[order])), strict=True
    ):
        np.testing.assert_array_equal(shuffled, column[order])


def test_opposite_communes_change_places_with_the_weights() -> None:
    found = ranked(np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]]))
    assert (found.low.tolist(), found.high.tolist()) == ([1, 1], [2, 2])


def test_the_outermost_twentieth_of_the_draws_is_left_out() -> None:
    values = np.array([[1.0, 0.0, 0.0], [0.0, 0.43, 0.0]])
    first, second, _ = draw_weights(Composite(), RANGES)
    overtaken = (0.43 * second > first).mean()
    assert 0 < overtaken < 0.05
    assert ranked(values).high.tolist() == [1, 2]
    assert ranked(values).low.tolist() == [1, 2]


def test_a_rank_that_the_draws_hardly_ever_give_is_in_the_interval_all_the_same() -> None:
    middling = np.vstack([np.eye(3), [0.34] * 3])
    found = ranked(middling)
    assert found.rank[3] == found.low[3] == 1
    assert found.median[3] == 2


def test_tighter_weights_give_narrower_intervals() -> None:
    values, names = families(60), np.array(["29"] * 60)
    widths = [
        (found.high - found.low).sum()
        for found in (
            rank_within(values, names, Composite(), replace(RANGES, dirichlet=concentration))
            for concentration in (10.0, 30.0, 1000.0)
        )
    ]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 2 * widths[-1]


def test_weights_are_drawn_around_the_declared_ones() -> None:
    drawn = draw_weights(Composite(weights=(2.0, 1.0, 0.0)), Robustness(weight_draws=4000))
    assert drawn.sum(axis=0) == pytest.approx(np.ones(4000))
    assert drawn.mean(axis=1) == pytest.approx([2 / 3, 1 / 3, 0], abs=0.01)
    assert (drawn[2] == 0).all()
    # Variance of a Dirichlet share: p (1 − p) / (α₀ + 1).
    assert drawn[0].var() == pytest.approx(2 / 9 / 31, rel=0.1)
    again = draw_weights(Composite(weights=(2.0, 1.0, 0.0)), Robustness(weight_draws=4000))
    assert (again == drawn).all()

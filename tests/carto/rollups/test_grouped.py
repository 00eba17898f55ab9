"""Sums, shares, means and medians of grouped communes, and what they say of unknown people."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.rollups.grouped import Grouped, Membership
from tests.carto.rollups.sample import one_territory

NAN = float("nan")
TWO = Membership.of([np.array([0, 1, 2]), np.array([2, 3])])


def two(people: list[float], least: float = 0.8) -> Grouped:
    """Two territories of four communes, the third of which is in both."""
    return Grouped({"population": np.array(people)}, TWO, least)


def test_a_commune_may_be_in_two_territories() -> None:
    grouped = two([1.0, 2.0, 4.0, 8.0])
    assert grouped.population.tolist() == [7, 12]
    assert grouped.people.tolist() == [1, 2, 4, 4, 8]
    assert [part.tolist() for part in grouped.segments(grouped.people)] == [[1, 2, 4], [4, 8]]


def test_unknown_people_make_the_total_and_shares_unknown_there_only() -> None:
    grouped = two([NAN, 2.0, 4.0, 12.0])
    share = grouped.share(grouped.people == 4)
    np.testing.assert_equal(grouped.population, [NAN, 16])
    np.testing.assert_equal(share, [NAN, 0.25])


def test_nobody_has_no_share() -> None:
    assert np.isnan(one_territory({"population": [0.0, 0.0]}).share(np.array([True, False]))[0])


def test_no_territory_gives_empty_columns() -> None:
    none = Grouped({"population": np.array([1.0])}, Membership.of([]), 0.8)
    empty = np.empty(0)
    assert none.sum(empty).shape == none.share(empty > 0).shape == none.median(empty).shape == (0,)
    assert none.segments(empty) == []


def test_a_sum_without_a_known_value_is_unknown() -> None:
    grouped = two([1.0, 1.0, 1.0, 1.0])
    values = np.array([1.0, 2.0, NAN, NAN, NAN])
    np.testing.assert_equal(grouped.sum_if_known(values), [3, NAN])
    assert grouped.sum(values).tolist() == [3, 0]


@pytest.mark.parametrize(
    ("people", "values", "median"),
    [
        ([1.0, 1.0, 1.0], [3.0, 1.0, 2.0], 2),
        ([1.0, 1.0, 2.0], [3.0, 1.0, 2.0], 2),
        ([1.0, 3.0, 2.0], [3.0, 1.0, 2.0], 1),
        ([5.0, 3.0, 1.0], [3.0, 1.0, NAN], 3),
        ([0.0, 0.0, 1.0], [3.0, 1.0, 2.0], 2),
        ([1.0, 1.0, 1.0], [NAN, NAN, NAN], NAN),
    ],
)
def test_half_of_the_people_live_at_or_under_the_median(
    people: list[float], values: list[float], median: float
) -> None:
    found = one_territory({"population": people}).median(np.array(values))
    np.testing.assert_equal(found, [median])


@given(
    communes=st.lists(
        st.tuples(st.integers(0, 3), st.floats(0, 9), st.integers(0, 99)), min_size=1, max_size=25
    ),
    seed=st.integers(0, 9),
)
def test_the_order_of_communes_is_of_no_weight(
    communes: list[tuple[int, float, int]], seed: int
) -> None:
    shuffled = np.random.default_rng(seed).permutation(len(communes))
    results = []
    for order in (np.arange(len(communes)), shuffled):
        territory, value, people = (
            np.array(column)[order] for column in zip(*communes, strict=True)
        )
        rows = [np.flatnonzero(territory == code) for code in np.unique(territory)]
        columns = {"population": people.astype(float), "value": value.astype(float)}
        grouped = Grouped(columns, Membership.of(rows), 0.8)
        values = grouped["value"]
        results.append((grouped.mean(values), grouped.median(values), grouped.share(values > 4)))
    for one, other in zip(*results, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12, equal_nan=True)

"""Inequality: published numbers, the library where everybody weighs the same, invariants."""

from __future__ import annotations

from math import isnan, log

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.theil import TheilD

from carto.statistics.inequality import decompose, gini, theil
from tests.carto.statistics.bundled import csv_columns, example

MEXICO = csv_columns(example("mexico", "mexico.csv"))
VALUES = st.lists(st.integers(0, 1000), min_size=2, max_size=40)
COMMUNES = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(1, 5000), st.sampled_from("abc")),
    min_size=1,
    max_size=40,
)


def incomes(year: int) -> list[float]:
    return [float(value) for value in MEXICO[f"pcgdp{year}"]]


def test_gini_of_mexico_in_1940() -> None:
    values = incomes(1940)
    assert gini(values, np.ones(len(values))) == pytest.approx(0.35372371173452849, abs=1e-15)


@pytest.mark.parametrize(
    ("year", "total", "between"),
    [
        (1940, 0.20894344, 0.0345889),
        (1950, 0.15222451, 0.02816853),
        (1960, 0.10472941, 0.05260921),
    ],
)
def test_theil_of_mexico_between_its_regions(year: int, total: float, between: float) -> None:
    values = incomes(year)
    parted = decompose(values, np.ones(len(values)), MEXICO["hanson98"])
    assert parted.total == pytest.approx(total, abs=5e-9)
    assert parted.between == pytest.approx(between, abs=5e-8)
    assert parted.within == pytest.approx(parted.total - parted.between, abs=1e-15)


def test_half_without_anything_is_ln_2_all_between() -> None:
    parted = decompose([0, 0, 0, 10, 10, 10], np.ones(6), [0, 0, 0, 1, 1, 1])
    assert parted.total == pytest.approx(log(2), abs=1e-15)
    assert parted.between == pytest.approx(log(2), abs=1e-15)
    assert parted.within == 0


@given(VALUES)
def test_people_of_equal_number_give_the_index_of_the_library(values: list[int]) -> None:
    assume(any(values))
    expected = Gini(np.array(values, dtype=float)).g
    assert gini(values, np.full(len(values), 7)) == pytest.approx(expected, abs=1e-12)


@given(COMMUNES)
def test_people_count_one_by_one(rows: list[tuple[int, int, str]]) -> None:
    rows = [(value, people % 20 + 1, group) for value, people, group in rows]
    value, people, group = (np.array(column) for column in zip(*rows, strict=True))
    assume(value.any())
    each, regions = np.repeat(value, people).astype(float), np.repeat(group, people)
    parted, expected = decompose(value, people, group), TheilD(each, regions)
    assert gini(value, people) == pytest.approx(Gini(each).g, abs=1e-9)
    assert parted.total == pytest.approx(expected.T.item(), abs=1e-9)
    assert parted.between == pytest.approx(expected.bg.item(), abs=1e-9)


@given(COMMUNES, st.integers(2, 9))
def test_units_and_copies_change_nothing(rows: list[tuple[int, int, str]], times: int) -> None:
    value, people, group = (np.array(column) for column in zip(*rows, strict=True))
    assume(value.any())
    once = decompose(value, people, group)
    scaled = decompose(value * times, people, group)
    copied = decompose(np.tile(value, times), np.tile(people, times), np.tile(group, times))
    for other in (scaled, copied):
        assert other.total == pytest.approx(once.total, abs=1e-12)
        assert other.between == pytest.approx(once.between, abs=1e-12)
    assert gini(value * times, people * times) == pytest.approx(gini(value, people), abs=1e-12)


@given(COMMUNES)
def test_indices_stay_in_their_range(rows: list[tuple[int, int, str]]) -> None:
    value, people, group = (np.array(column) for column in zip(*rows, strict=True))
    assume(value.any())
    parted = decompose(value, people, group)
    assert 0 <= gini(value, people) < 1
    assert 0 <= parted.between <= parted.total
    assert parted.within == parted.total - parted.between
    assert parted.total <= log(people.sum() / people.min()) + 1e-9
    assert theil(value, people) == parted.total


@given(st.integers(1, 99_999), st.lists(st.integers(1, 99_999), min_size=1, max_size=6))
def test_the_same_for_all_is_exactly_no_inequality(value: int, people: list[int]) -> None:
    parted = decompose([value / 10_000] * len(people), people, np.arange(len(people)) // 2)
    assert (parted.total, parted.between, parted.within) == (0, 0, 0)


def test_unknown_values_and_empty_communes_are_left_out() -> None:
    assert gini([0, 10, np.nan, 99], [50, 50, 1000, 0]) == 0.5
    assert theil([0, 10, np.nan, 99], [50, 50, 1000, np.nan]) == pytest.approx(log(2))
    assert decompose([0, 10, np.nan], [1, 1, 9], ["a", "b", "c"]).between == pytest.approx(log(2))


@pytest.mark.parametrize("values", [[], [0, 0], [np.nan, np.nan]])
def test_nothing_to_share_has_no_index(values: list[float]) -> None:
    parted = decompose(values, np.ones(len(values)), np.zeros(len(values)))
    assert isnan(gini(values, np.ones(len(values))))
    assert all(isnan(part) for part in (parted.total, parted.between, parted.within))


@pytest.mark.parametrize(("values", "people"), [([-1.0, 2], [1, 1]), ([1.0, 2], [-1, 1])])
def test_less_than_nothing_is_refused(values: list[float], people: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        gini(values, people)

"""Tests of `carto.weighted_quantiles`."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from carto.weighted_quantiles import weighted_quantiles

PERCENTS = (0, 5, 50, 95, 100)
COMMUNES = st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=30)


def test_unknown_values_and_empty_communes_do_not_count() -> None:
    found = weighted_quantiles([np.nan, 1.0, 9.0, 2.0], [100, 1, 0, 1], [0, 100])
    assert found.tolist() == [1.0, 2.0]


def test_nobody_has_no_quantile() -> None:
    assert np.isnan(weighted_quantiles([1.0, np.nan], [0, 5], [50])).all()
    assert np.isnan(weighted_quantiles([], [], [10, 50])).all()


@given(st.lists(st.floats(0.001, 1e6), min_size=1, max_size=9))
def test_all_the_people_reach_the_greatest_value(people: list[float]) -> None:
    values = np.arange(len(people), dtype=float)
    assert weighted_quantiles(values, people, [100]).tolist() == [len(people) - 1]


@given(COMMUNES)
def test_it_is_the_quantile_of_people_one_by_one(communes: list[tuple[int, int]]) -> None:
    values, people = zip(*communes, strict=True)
    inhabitants = np.repeat(values, people).astype(float)
    expected = np.quantile(inhabitants, np.array(PERCENTS) / 100, method="inverted_cdf")
    assert weighted_quantiles(values, people, PERCENTS).tolist() == expected.tolist()

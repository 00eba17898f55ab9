"""Tests of `carto.standing`."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from carto.reference import PERCENTS
from carto.standing import Standing, position
from carto.weighted_quantiles import weighted_quantiles

RISING = tuple(float(percent) for percent in PERCENTS)
COMMUNES = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 20)), min_size=1, max_size=25)


def test_the_ends_tell_one_side_only() -> None:
    assert position(1.0, RISING) == Standing(below=0, above=95)
    assert position(99.0, RISING) == Standing(below=95, above=0)


def test_a_value_equal_to_a_quantile_stands_on_both_sides_of_it() -> None:
    assert position(50.0, RISING) == Standing(below=25, above=25)


def test_where_all_are_alike_nobody_stands_below_or_above() -> None:
    assert position(1.0, [1.0] * len(PERCENTS)) == Standing(below=0, above=0)


@given(COMMUNES)
def test_what_is_said_is_true_of_the_people(communes: list[tuple[int, int]]) -> None:
    values, people = (np.array(part, dtype=float) for part in zip(*communes, strict=True))
    quantiles = weighted_quantiles(values, people, PERCENTS)
    for value in values:
        standing = position(float(value), quantiles.tolist())
        total = people.sum()
        assert people[values < value].sum() * 100 >= standing.below * total
        assert people[values > value].sum() * 100 >= standing.above * total

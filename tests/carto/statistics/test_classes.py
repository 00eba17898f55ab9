"""Classes of a legend: published bounds, PySAL on other values, what few values do."""

from __future__ import annotations

from itertools import combinations

import mapclassify
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.statistics.classes import breaks_between, natural_bounds, quantile_bounds

pytestmark = pytest.mark.filterwarnings("ignore:Numba not installed:UserWarning")

EMPLOYMENT = np.asarray(mapclassify.load_example(), dtype=float)
RANDOM = np.random.Generator(np.random.PCG64(7))


def test_quantiles_of_published_data() -> None:
    expected = [1.464, 5.798, 13.278, 54.616, 4111.45]
    assert quantile_bounds(EMPLOYMENT, 5) == pytest.approx(expected, abs=1e-9)


def test_natural_breaks_of_published_data() -> None:
    assert natural_bounds(EMPLOYMENT, 5).tolist() == [75.29, 192.05, 370.5, 722.85, 4111.45]


@pytest.mark.parametrize("count", [2, 4, 7])
def test_classes_are_those_of_the_reference(count: int) -> None:
    values = RANDOM.gamma(1, 10, 200)
    natural = mapclassify.FisherJenks(values, k=count).bins
    assert natural_bounds(values, count).tolist() == natural.tolist()
    quantiles = mapclassify.Quantiles(values, k=count).bins
    assert quantile_bounds(values, count) == pytest.approx(quantiles.tolist(), abs=1e-12)


def spread(values: list[int], bounds: list[float]) -> float:
    """Sum the squares inside the classes."""
    classes = np.searchsorted(bounds, values)
    return sum(
        float(
            (
                (np.array(values)[classes == one] - np.mean(np.array(values)[classes == one])) ** 2
            ).sum()
        )
        for one in np.unique(classes)
    )


@given(st.lists(st.integers(0, 60), min_size=1, max_size=14), st.integers(1, 4))
def test_no_other_bounds_hold_values_more_alike(values: list[int], count: int) -> None:
    distinct = sorted(set(values))
    found = natural_bounds(values, count).tolist()
    assert len(found) == min(count, len(distinct))
    assert found[-1] == distinct[-1]
    tried = combinations(distinct[:-1], len(found) - 1)
    least = min(spread(values, [*inner, distinct[-1]]) for inner in tried)
    assert spread(values, found) == pytest.approx(least, abs=1e-6)


def test_many_values_are_classed_by_ranks() -> None:
    values = np.concatenate([RANDOM.normal(mean, 1, 4000) for mean in (0, 100, 200)])
    bounds = natural_bounds(values, 3)
    assert np.bincount(np.searchsorted(bounds, values)).tolist() == pytest.approx([4000] * 3, abs=6)
    assert np.isin(bounds, values).all()


def test_unknown_values_are_left_out() -> None:
    values = [np.nan, 1.0, 2.0, np.nan, 3.0]
    assert natural_bounds(values, 5).tolist() == [1, 2, 3]
    assert quantile_bounds(values, 1).tolist() == [3]
    assert natural_bounds([np.nan], 5).size == quantile_bounds([], 5).size == 0


def test_equal_quantiles_are_one_class() -> None:
    assert quantile_bounds([0, 0, 0, 0, 0, 0, 1, 2], 4).tolist() == pytest.approx([0, 0.25, 2])


@given(
    st.lists(st.integers(0, 40).map(lambda value: value / 8), min_size=1, max_size=20),
    st.integers(1, 5),
    st.booleans(),
)
def test_short_breaks_part_the_same_classes(
    values: list[float], count: int, is_left_open: bool
) -> None:
    bounds = natural_bounds(values, count)
    breaks = breaks_between(values, bounds, is_left_open=is_left_open)
    side = "left" if is_left_open else "right"
    found = np.searchsorted(breaks, values, side=side).tolist()
    assert found == np.searchsorted(bounds, values).tolist()

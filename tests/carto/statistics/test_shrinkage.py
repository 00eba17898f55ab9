"""Shrunk rates: published numbers, PySAL on the same counts, what small numbers do."""

from __future__ import annotations

import numpy as np
import pytest
from esda.smoothing import Empirical_Bayes, Spatial_Empirical_Bayes
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from carto.statistics.shrinkage import shrink_to_groups, shrink_to_neighbours
from tests.carto.statistics.bundled import csv_columns, dbf_columns, example, neighbours

BIRTHS, DEATHS = (
    np.array(column) for column in dbf_columns(example("sids2", "sids2.dbf"), "BIR74", "SID74")
)
STL = csv_columns(example("stl", "stl_hom.csv"))
CRIMES, PEOPLE = (np.array(STL[name], dtype=float) for name in ("HC7984", "PO7984"))
STL_NEIGHBOURS = neighbours(example("stl", "stl.gal"))

TERRITORIES = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 100_000), st.sampled_from("ab")),
    min_size=1,
    max_size=40,
)


def test_towards_one_reference() -> None:
    shrunk = shrink_to_groups(DEATHS, BIRTHS, np.zeros(len(DEATHS)))
    assert shrunk[:5].round(7).tolist() == [0.0016973, 0.0017054, 0.0017731, 0.0020129, 0.0035349]
    assert np.abs(shrunk - Empirical_Bayes(DEATHS, BIRTHS).r.ravel()).max() < 1e-17


def test_towards_neighbours() -> None:
    shrunk = shrink_to_neighbours(CRIMES, PEOPLE, csr_array(STL_NEIGHBOURS.sparse))
    reference = Spatial_Empirical_Bayes(CRIMES, PEOPLE, STL_NEIGHBOURS).r.ravel()
    assert shrunk[:3] == pytest.approx([4.0149e-05, 3.6244e-05, 4.9303e-05], abs=5e-10)
    assert np.abs(shrunk - reference).max() < 1e-17


def test_each_group_has_its_own_reference() -> None:
    half = np.arange(len(DEATHS)) % 2
    shrunk = shrink_to_groups(DEATHS, BIRTHS, half)
    for side in (0, 1):
        alone = shrink_to_groups(DEATHS[half == side], BIRTHS[half == side], half[half == side])
        assert shrunk[half == side].tolist() == alone.tolist()


def test_a_village_is_drawn_further_than_a_town_of_the_same_rate() -> None:
    shrunk = shrink_to_groups([1, 100, 10, 4], [1000, 100_000, 50_000, 1000], ["a"] * 4)
    village, town = shrunk[0], shrunk[1]
    mean = 115 / 152_000
    assert mean < village < town < 1 / 1000


def test_rates_that_chance_explains_are_all_that_of_the_reference() -> None:
    shrunk = shrink_to_groups([1, 0, 1, 0], [100, 100, 100, 100], ["a"] * 4)
    assert shrunk.tolist() == [0.005] * 4


def test_unknown_counts_are_missing_and_no_part_of_the_reference() -> None:
    events, people = [3, np.nan, 5, 8, 2], [1000, 1000, np.nan, 900, 0]
    shrunk = shrink_to_groups(events, people, ["a"] * 5)
    assert np.isnan(shrunk).tolist() == [False, True, True, False, True]
    assert shrunk[[0, 3]].tolist() == shrink_to_groups([3, 8], [1000, 900], ["a"] * 2).tolist()


def test_nothing_anywhere_is_a_rate_of_zero() -> None:
    assert shrink_to_groups([0, 0], [10, 1000], ["a", "a"]).tolist() == [0.0, 0.0]


@given(TERRITORIES)
def test_a_shrunk_rate_is_between_its_own_and_that_of_its_group(
    rows: list[tuple[int, int, str]],
) -> None:
    events, people, groups = (np.array(column) for column in zip(*rows, strict=True))
    shrunk = shrink_to_groups(events, people, groups)
    for group in np.unique(groups):
        mine = groups == group
        mean = events[mine].sum() / people[mine].sum()
        rate = events[mine] / people[mine]
        assert (shrunk[mine] >= np.minimum(rate, mean) - 1e-12).all()
        assert (shrunk[mine] <= np.maximum(rate, mean) + 1e-12).all()

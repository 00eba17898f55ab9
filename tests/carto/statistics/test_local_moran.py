"""Local Moran: published numbers, and PySAL on the same values, neighbours and draws."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from esda import crand
from esda.moran import Moran, Moran_Local
from hypothesis import given, settings
from hypothesis import strategies as st
from libpysal.weights import KNN, W
from scipy.sparse import csr_array

from carto.statistics.local_moran import draw, local_moran, nearest_neighbours
from tests.carto.statistics.bundled import csv_columns, dbf_columns, example, neighbours
from tests.carto.statistics.reference import of_esda, untied_with_same_p

pytestmark = pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning")

STL_RATES = [float(rate) for rate in csv_columns(example("stl", "stl_hom.csv"))["HR8893"]]
STL = neighbours(example("stl", "stl.gal"))
(SIDS_RATES,) = dbf_columns(example("sids2", "sids2.dbf"), "SIDR74")
SIDS = neighbours(example("sids2", "sids2.gal"))
RANDOM = np.random.Generator(np.random.PCG64(7))


def links(weights: W) -> csr_array:
    return csr_array(weights.sparse)


@pytest.mark.parametrize(
    ("values", "weights", "expected"),
    [(STL_RATES, STL, 0.24365582621771659), (SIDS_RATES, SIDS, 0.24772519320480135)],
    ids=["stl", "sids2"],
)
def test_global_moran_of_published_data(values: list[float], weights: W, expected: float) -> None:
    moran = local_moran(values, links(weights), permutations=9, seed=1)
    assert moran.global_i == pytest.approx(expected, abs=1e-14)
    reference = float(Moran(np.array(values), weights, permutations=0).I)
    assert reference == pytest.approx(expected, abs=1e-14)


def test_the_reference_gives_its_published_numbers() -> None:
    lines = example("desmith", "desmith.txt").read_text(encoding="ascii").split("\n")
    values = np.array([float(line.split(",")[1]) for line in lines[2:] if line.strip()])
    weights = neighbours(example("desmith", "desmith.gal"))
    reference = Moran_Local(values, weights, transformation="r", permutations=99, seed=12345)
    assert reference.z_sim[0] == pytest.approx(-0.6990291160835514, rel=1e-12)
    assert reference.p_z_sim[0] == pytest.approx(0.24226691753791396, rel=1e-12)
    drawn = crand.vec_permutations(4, 10, 99, 12345)
    with mock.patch("carto.statistics.local_moran.draw", return_value=drawn):
        ours = local_moran(values, links(weights), permutations=99, seed=1)
    assert np.abs(ours.local_i - reference.Is).max() < 1e-12
    assert untied_with_same_p(ours, reference) == 0


@pytest.mark.parametrize(
    ("values", "weights"), [(STL_RATES, STL), (SIDS_RATES, SIDS)], ids=["stl", "sids2"]
)
def test_same_draws_give_the_same_p_as_the_reference(values: list[float], weights: W) -> None:
    value = np.array(values)
    count = max(weights.cardinalities.values())
    drawn = draw(len(value) - 1, count, 999, seed=20260101)
    reference = of_esda(value, weights, drawn)
    ours = local_moran(value, links(weights), permutations=999, seed=20260101)
    assert np.abs(ours.local_i - reference.Is).max() < 1e-12
    assert untied_with_same_p(ours, reference) > 60
    quadrant = np.select(
        [ours.is_high & ours.is_high_around, ~ours.is_high & ours.is_high_around, ours.is_high],
        [1, 2, 4],
        default=3,
    )
    assert quadrant.tolist() == reference.q.tolist()


def test_own_draws_agree_with_the_reference_within_their_error() -> None:
    points = RANDOM.uniform(0, 1e5, (500, 2))
    values = points[:, 0] / 1e5 + RANDOM.normal(0, 0.3, 500)
    weights = KNN.from_array(points, k=8)
    weights.transform = "r"
    reference = Moran_Local(values, weights, permutations=9999, seed=1)
    ours = local_moran(values, nearest_neighbours(points, 8), permutations=9999, seed=2)
    p = np.minimum(1, 2 * reference.p_sim)
    error = 2 * np.sqrt(p / 2 * (1 - p / 2) / 9999) * np.sqrt(2)
    assert (np.abs(ours.p_value - p) <= 5 * error + 2e-4).all()


def test_nearest_neighbours_are_those_of_libpysal() -> None:
    points = RANDOM.uniform(0, 1e5, (300, 2))
    assert (nearest_neighbours(points, 8) != links(KNN.from_array(points, k=8))).nnz == 0


@pytest.mark.parametrize("size", [1, 2, 5, 9, 30])
def test_a_small_area_has_fewer_neighbours_never_itself(size: int) -> None:
    linked = nearest_neighbours(RANDOM.uniform(0, 1e5, (size, 2)), 8)
    assert set(linked.sum(axis=1)) == {min(8, size - 1)}
    assert not linked.diagonal().any()


def test_points_at_one_place_are_neighbours_not_themselves() -> None:
    linked = nearest_neighbours(np.zeros((12, 2)), 8)
    assert set(linked.sum(axis=1)) == {8}
    assert not linked.diagonal().any()


def test_draws_are_sets_of_others_all_as_likely() -> None:
    drawn = draw(6, 3, 60_000, seed=1)
    assert (np.diff(np.sort(drawn, axis=1), axis=1) > 0).all()
    for columns in (drawn[:, :1], drawn[:, :2], drawn):
        sets, times = np.unique(np.sort(columns, axis=1), axis=0, return_counts=True)
        expected = len(drawn) / len(sets)
        assert np.abs(times - expected).max() < 5 * np.sqrt(expected)
    assert len(sets) == 20


def test_like_values_side_by_side_are_beyond_chance() -> None:
    points = np.column_stack([np.arange(60.0), np.zeros(60)])
    moran = local_moran(points[:, 0] > 30, nearest_neighbours(points, 6), 999, seed=1)
    assert (moran.p_value[:20] < 0.05).all()
    assert moran.global_i > 0.8


def test_two_communes_prove_nothing() -> None:
    moran = local_moran([1.0, 5.0], nearest_neighbours([[0, 0], [1, 0]], 8), 99, seed=1)
    assert moran.p_value.tolist() == [1.0, 1.0]


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 150), st.integers(1, 8), st.integers(0, 99))
def test_p_is_that_of_drawing_neighbours_one_commune_at_a_time(
    size: int, count: int, seed: int
) -> None:
    random = np.random.Generator(np.random.PCG64(seed))
    # Scores of few values, as the need is: sums of neighbours tie.
    values, points = random.integers(1, 5, size).astype(float), random.uniform(0, 1e5, (size, 2))
    values[:2] = 1, 4
    linked = nearest_neighbours(points, count)
    ours = local_moran(values, linked, permutations=99, seed=seed)
    drawn = draw(size - 1, count, 99, seed)
    for commune in range(size):
        others = np.delete(values, commune)
        observed = values[linked[[commune], :].indices].sum()
        sums = others[drawn].sum(axis=1)
        extreme = min((sums >= observed).sum(), (sums <= observed).sum())
        assert ours.p_value[commune] == min(1, 2 * (extreme + 1) / 100)

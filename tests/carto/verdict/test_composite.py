"""The composite goes from 0 to 100, worse is higher, and a missing family makes it missing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.verdict.composite import aggregate, composite_score
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters

INF, NAN = float("inf"), float("nan")
ROW = st.tuples(st.floats(0, 200), st.floats(0, 50), st.floats(1, 10), st.floats(0, 1))


def score(
    minutes: float, access: float, need: float, rate: float, parameters: Parameters | None = None
) -> float:
    columns = [np.array([value]) for value in (minutes, access, need, rate)]
    return float(composite_score(*columns, parameters or Parameters())[0])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((5, 0.57, 1, 1.0), 0),
        ((30, 0.0, 10, 0.70), 100),
        ((INF, 0.0, 10, 0.0), 100),
        ((0, 99.0, 1, 1.0), 0),
        ((17.5, 0.57, 1, 1.0), 100 / 3 * 0.25),
        ((5, 0.285, 1, 1.0), 100 / 3 * 0.25),
        ((5, 0.57, 5.5, 1.0), 100 / 3 * 0.5),
        ((5, 0.57, 1, 0.85), 100 / 3 * 0.5),
    ],
)
def test_goalposts(row: tuple[float, float, float, float], expected: float) -> None:
    assert score(*row) == pytest.approx(expected)


@pytest.mark.parametrize("missing", range(4))
def test_a_missing_family_makes_the_score_missing(missing: int) -> None:
    row = [10.0, 0.5, 5.0, 0.9]
    row[missing] = NAN
    assert np.isnan(score(*row))


@given(ROW, ROW)
def test_worse_in_everything_is_never_better(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> None:
    best = [min, max, min, max]
    worst = [max, min, max, min]
    low, high = (
        score(
            *(choose(pair) for choose, pair in zip(ends, zip(one, other, strict=True), strict=True))
        )
        for ends in (best, worst)
    )
    assert 0 <= low <= high + 1e-9
    assert high <= 100 + 1e-9


def test_weights_of_the_operator() -> None:
    only_need = with_overrides({"composite.weights": [0, 2, 0]})
    assert score(INF, 0.0, 5.5, 0.0, only_need) == pytest.approx(50)


def test_the_geometric_mean_is_zero_where_a_family_is_at_its_best() -> None:
    geometric = with_overrides({"composite.aggregation": "geometric"})
    assert score(INF, 0.0, 10, 0.0, geometric) == pytest.approx(100)
    assert score(INF, 0.0, 10, 1.0, geometric) == 0
    assert score(17.5, 0.285, 5.5, 0.85, geometric) == pytest.approx(50)


@given(ROW)
def test_the_geometric_mean_is_never_above_the_arithmetic_one(
    row: tuple[float, float, float, float],
) -> None:
    geometric = with_overrides({"composite.aggregation": "geometric"})
    assert score(*row, geometric) <= score(*row) + 1e-9


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
def test_a_missing_family_of_no_weight_is_missing_all_the_same(aggregation: str) -> None:
    families = np.array([[0.5, NAN, 0.5], [0.5, 0.0, 0.5]])
    found = aggregate(families, np.array([1.0, 0.0, 1.0]), aggregation)
    assert np.isnan(found[0])
    assert found[1] == pytest.approx(50)


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
def test_many_sets_of_weights_at_once_are_each_one_alone(aggregation: str) -> None:
    random = np.random.default_rng(1)
    families, weights = random.random((5, 3)), random.random((3, 4))
    together = aggregate(families, weights, aggregation)
    alone = [aggregate(families, column, aggregation) for column in weights.T]
    assert together == pytest.approx(np.column_stack(alone))

"""The solver: a knapsack, what has no answer, what time does not allow, one answer each time."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from carto.planning.solver import Program, minimise


def knapsack(values: NDArray[np.float64], sizes: NDArray[np.float64], room: float) -> Program:
    """Fill a room with things that are taken or left."""
    count = len(values)
    return Program(
        cost=-values,
        whole=count,
        row=np.zeros(count, dtype=np.int64),
        column=np.arange(count),
        value=sizes,
        lower=np.array([-np.inf]),
        upper=np.array([room]),
    )


def test_a_knapsack_is_filled_best() -> None:
    answer = minimise(knapsack(np.array([6.0, 5, 5]), np.array([5.0, 4, 4]), 8), limit_s=10)
    assert answer.values.round().tolist() == [0, 1, 1]
    assert answer.gap == 0


@pytest.mark.parametrize("unit", [1e-9, 1e-3, 1e6])
def test_the_unit_of_values_does_not_change_the_answer(unit: float) -> None:
    answer = minimise(knapsack(unit * np.array([6.0, 5, 5]), np.array([5.0, 4, 4]), 8), limit_s=10)
    assert answer.values.round().tolist() == [0, 1, 1]


def test_what_need_not_be_whole_is_not() -> None:
    whole = knapsack(np.array([6.0, 5]), np.array([5.0, 4]), 8)
    program = Program(**{**vars(whole), "whole": 0})
    assert minimise(program, limit_s=10).values.tolist() == [0.8, 1]


def test_what_has_no_answer_is_said() -> None:
    impossible = knapsack(np.array([1.0]), np.array([1.0]), -1)
    with pytest.raises(RuntimeError, match="Infeasible"):
        minimise(impossible, limit_s=10)


def test_no_time_gives_no_answer() -> None:
    random = np.random.Generator(np.random.PCG64(1))
    sizes = random.integers(10_000, 99_999, 60).astype(float)
    program = knapsack(sizes + 5000, sizes, sizes.sum() / 2)
    with pytest.raises(RuntimeError, match="Time limit reached"):
        minimise(program, limit_s=0)


def test_the_same_program_has_the_same_answer() -> None:
    ties = knapsack(np.ones(12), np.ones(12), 5)
    once, again = minimise(ties, limit_s=10), minimise(ties, limit_s=10)
    assert once.values.tolist() == again.values.tolist()

"""Decay gives the weights of the reference library, and never rises with the cost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures import decay

COSTS = st.lists(st.floats(0, 500), min_size=1, max_size=20)
DREES = ((10.0, 15.0, 20.0), (1.0, 0.3, 0.1))


def test_steps_of_the_docstring_of_the_access_library() -> None:
    found = decay.step(np.arange(0, 71, 10), (20, 40, 60), (1, 0.68, 0.22))
    assert found.tolist() == [1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0]


def test_gaussian_of_the_docstring_of_the_access_library() -> None:
    found = decay.gaussian([0, 20, 40, 60], 20)
    assert found == pytest.approx([1, 0.60653066, 0.13533528, 0.011109], abs=1e-6)


@pytest.mark.parametrize(
    ("minutes", "weight"),
    [
        *((0, 1), (10, 1), (10.001, 0.3), (15, 0.3), (15.001, 0.1)),
        *((20, 0.1), (20.001, 0), (float("inf"), 0)),
    ],
)
def test_a_break_belongs_to_the_nearer_step(minutes: float, weight: float) -> None:
    assert decay.step(minutes, *DREES) == weight


@given(COSTS)
def test_weights_never_rise_with_the_cost(costs: list[float]) -> None:
    rising = np.sort(costs)
    for weights in (
        decay.step(rising, *DREES),
        decay.gaussian(rising, 20),
        decay.gaussian(rising, 10, end=20),
        decay.flat(rising, 20),
    ):
        assert (np.diff(weights) <= 0).all()
        assert ((weights >= 0) & (weights <= 1)).all()


def test_an_end_cuts_what_lies_beyond_it_alone() -> None:
    costs = [0, 20, 20.001, float("inf")]
    assert decay.flat(costs, 20).tolist() == [1, 1, 0, 0]
    assert decay.gaussian(costs, 20, end=20) == pytest.approx([1, 0.60653066, 0, 0], abs=1e-8)


def test_shapes_are_kept() -> None:
    costs = np.array([[1.0, 12.0], [18.0, 30.0]])
    assert decay.step(costs, *DREES).tolist() == [[1, 0.3], [0.1, 0]]
    assert decay.gravity(costs).shape == (2, 2)


def test_gravity_is_a_power() -> None:
    assert decay.gravity([2.0, 4.0], -2).tolist() == [0.25, 0.0625]

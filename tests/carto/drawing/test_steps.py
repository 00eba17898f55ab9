"""Steps between bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing import steps

BOUNDS = (50.0, 75.0, 90.0, 95.0)


@given(st.floats(0.1, 100))
def test_a_threshold_becomes_a_bound_and_order_holds(alert) -> None:
    bounds = steps.with_threshold(BOUNDS, alert)
    assert alert in bounds
    assert len(bounds) == len(BOUNDS)
    assert list(bounds) == sorted(set(bounds))


@given(st.floats(-10, 200))
def test_steps_are_right_open(value) -> None:
    step = steps.class_of_number({"x": value}, "x", BOUNDS)
    assert step is not None
    assert step == 0 or BOUNDS[step - 1] <= value
    assert step == len(BOUNDS) or value < BOUNDS[step]

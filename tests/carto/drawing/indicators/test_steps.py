"""Steps between bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.indicators import steps

BOUNDS = (50.0, 75.0, 90.0, 95.0)


@given(st.floats(0.1, 100))
def test_a_threshold_becomes_a_bound_and_order_holds(alert) -> None:
    bounds = steps.with_threshold(BOUNDS, alert)
    assert alert in bounds
    assert len(bounds) == len(BOUNDS)
    assert list(bounds) == sorted(set(bounds))


@given(st.floats(-10, 200) | st.sampled_from(BOUNDS))
def test_steps_are_right_open(value) -> None:
    step = steps.class_of_number({"x": value}, "x", BOUNDS)
    assert step is not None
    assert step == 0 or BOUNDS[step - 1] <= value
    assert step == len(BOUNDS) or value < BOUNDS[step]


@given(st.floats(0, 200) | st.sampled_from(BOUNDS))
def test_steps_of_travel_time_are_left_open(minutes) -> None:
    step = steps.class_of_time({"nearest_site_min": minutes}, BOUNDS)
    assert step is not None
    assert step == 0 or BOUNDS[step - 1] < minutes
    assert step == len(BOUNDS) or minutes <= BOUNDS[step]


def test_a_first_step_that_ends_at_the_threshold_says_so() -> None:
    assert steps.labels((5, 20), "min", 5)[0] == "moins de 5\xa0min\xa0(seuil)"
    assert steps.labels_up_to((5, 20), "min", 5)[0] == "5\xa0min ou moins\xa0(seuil)"

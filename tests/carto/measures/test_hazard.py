"""The completion hazard: recovered where it is known, drawn to the group where little is seen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.hazard import (
    Pace,
    left_after,
    observed_pace,
    quarters_to,
    shrunk_hazard,
)
from tests.carto.measures.panel import rollout

HAZARDS = st.floats(0.001, 0.9)


def test_the_pace_is_what_came_over_what_was_left() -> None:
    seen = rollout(np.array([100.0]), np.array([[60.0, 70.0, 75.0, 80.0, 84.0]]))
    pace = observed_pace(seen, 4, 4)
    assert (pace.new.tolist(), pace.exposure.tolist()) == ([24.0], [40 + 30 + 25 + 20])


def test_a_fall_brings_no_negative_pace() -> None:
    seen = rollout(np.array([100.0]), np.array([[80.0, 80.0, 80.0, 80.0, 79.0]]))
    assert observed_pace(seen, 4, 4).new.tolist() == [0.0]


def test_without_shrinkage_each_territory_is_left_to_itself() -> None:
    pace = Pace(np.array([5.0, 50.0]), np.array([10.0, 1000.0]))
    everyone = np.array([True, True])
    assert shrunk_hazard(pace, np.array([0, 0]), everyone, 0.0).tolist() == [0.5, 0.05]


@given(st.floats(0, 50), st.floats(51, 500), st.floats(0.1, 1e4))
def test_shrinkage_lies_between_the_territory_and_its_group(
    new: float, exposure: float, kappa: float
) -> None:
    pace = Pace(np.array([new, 100.0]), np.array([exposure, 1000.0]))
    found = shrunk_hazard(pace, np.array([0, 0]), np.array([True, True]), kappa)[0]
    own, group = new / exposure, (new + 100.0) / (exposure + 1000.0)
    assert min(own, group) - 1e-12 <= found <= max(own, group) + 1e-12


def test_a_pace_that_cannot_be_believed_weighs_on_nobody() -> None:
    pace = Pace(np.array([10.0, 900.0]), np.array([100.0, 1000.0]))
    found = shrunk_hazard(pace, np.array([0, 0]), np.array([True, False]), 100.0)
    np.testing.assert_allclose(found, [0.1, np.nan])


def test_groups_are_apart() -> None:
    pace = Pace(np.array([0.0, 10.0, 0.0, 30.0]), np.full(4, 100.0))
    found = shrunk_hazard(pace, np.array([0, 0, 1, 1]), np.full(4, True), 100.0)
    np.testing.assert_allclose(found, [0.025, 0.075, 0.075, 0.225])


@given(HAZARDS, st.floats(0.06, 1.0), st.sampled_from([0.95, 0.99]))
def test_the_target_is_reached_at_the_quarter_said_and_not_before(
    hazard: float, share_left: float, target: float
) -> None:
    premises, left = np.array([1000.0]), np.array([1000.0 * share_left])
    quarters = quarters_to(target, premises, left, np.array([hazard]))
    allowed = (1 - target) * 1000.0
    assert left_after(left, np.array([hazard]), quarters)[0] <= allowed * (1 + 1e-6)
    assert left_after(left, np.array([hazard]), quarters - 1)[0] > allowed * (1 - 1e-6)


@pytest.mark.parametrize(
    ("left", "hazard", "expected"),
    [
        (50.0, 0.1, 0.0),
        (0.0, 0.0, 0.0),
        (51.0, 0.0, np.inf),
        (51.0, 1.0, 1.0),
        (60.0, np.nan, None),
    ],
)
def test_ends(left: float, hazard: float, expected: float | None) -> None:
    found = quarters_to(0.95, np.array([1000.0]), np.array([left]), np.array([hazard]))[0]
    assert np.isnan(found) if expected is None else found == expected

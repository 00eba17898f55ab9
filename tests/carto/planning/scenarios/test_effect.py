"""What a scenario changes: times, access, verdicts, gains and losses, on a line of communes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect, effect
from carto.planning.scenarios.placed_scenario import place_scenario
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.verdict.parameters import Alerts, Catchment, Parameters
from tests.carto.planning.small_ground import small_ground
from tests.carto.planning.small_state import small_state

PARAMETERS = replace(Parameters(), alerts=Alerts(apl_ref=10.0))
HAMEAU = Where(commune="29003")


def run(scenario: Scenario, ground: Ground | None = None, **changes: Any) -> Effect:
    """Compute the effect of a scenario on the small ground."""
    ground = ground or small_ground()
    placed = place_scenario(ground, scenario, {})
    return effect(ground, placed, small_state(ground, **changes), PARAMETERS)


def test_nothing_changed_changes_nothing() -> None:
    found = run(Scenario())
    assert found.before.figures == found.after.figures
    assert found.before.outcome == found.after.outcome
    assert not found.gains.any()
    assert not found.losses.any()
    assert found.flags == ()


@pytest.mark.parametrize("method", ["e2sfca", "3sfca"])
def test_what_the_ground_cannot_give_back_is_left_as_published(method: str) -> None:
    ground = replace(small_ground(), catchment=Catchment(method=method))
    found = run(Scenario(), ground, accessibility_low=9.0, accessibility_high=9.5)
    assert found.after.evidence.highest[:4].tolist() == [9.5] * 4
    added = run(
        Scenario((Addition(HAMEAU, 3.5),)), ground, accessibility_low=9.0, accessibility_high=9.5
    )
    change = added.after.evidence.highest - 9.5
    assert change[:4] == pytest.approx(added.access_change[:4], abs=1e-4)


def test_a_new_place_serves_those_around_it() -> None:
    found = run(Scenario((Addition(HAMEAU, 3.5),)))
    # 500 people at their door, 1,000 + 200 at 19.3 minutes, weight 0.1.
    rate = 3.5 * 1000 / (500 + 120)
    assert found.access_change == pytest.approx([0, 0.1 * rate, rate, 0.1 * rate, 0], abs=1e-9)
    assert found.minutes_change[2] == pytest.approx((1 - 10) * 60 * 1.3 / 45)
    assert found.gains.tolist() == [False, True, True, True, False]
    assert not found.losses.any()
    assert found.after.outcome["verdict"][2] == "1"
    assert found.before.outcome["verdict"][2] == "2"


def test_a_place_that_closes_leaves_people_far_from_any() -> None:
    found = run(Scenario(removals=("lieu-2",)))
    assert found.losses.tolist() == [False, False, True, True, True]
    assert found.after.evidence.minutes[3] == round(2 + 60 * 1.3 * 30 / 45, 2)
    beyond = found.after.figures["population_beyond_time"]
    assert beyond == 700
    assert np.isnan(found.after.evidence.minutes[4])
    assert found.minutes_change[4] > 0


def test_without_any_place_nobody_has_a_time() -> None:
    found = run(Scenario(removals=("lieu-0", "lieu-1", "lieu-2")))
    assert np.isinf(found.after.evidence.minutes[:4]).all()
    assert np.isnan(found.minutes_change).all()
    assert found.losses.all()
    assert found.after.figures["accessibility"] == 0
    assert found.after.figures["population_beyond_time_share"] == 1


def test_who_gains_here_and_loses_there_loses() -> None:
    found = run(Scenario(moves=(("lieu-2", HAMEAU),)))
    assert found.losses[3]
    assert not found.gains[3]
    assert found.gains[2]


@given(st.floats(0.5, 60), st.floats(0.5, 60))
def test_access_is_linear_in_hours(one: float, other: float) -> None:
    ground = small_ground()

    def change(hours: float) -> np.ndarray:
        return run(Scenario((Addition(HAMEAU, hours),)), ground).access_change

    assert change(one) / one == pytest.approx(change(other) / other, abs=1e-12)


def test_bounds_stay_apart_through_a_scenario() -> None:
    ground = replace(small_ground(), is_known_around=np.array([True, True, False]))
    found = run(Scenario((Addition(HAMEAU, 3.5),)), ground)
    gap = found.after.evidence.highest - found.after.evidence.lowest
    assert gap[3] == pytest.approx(14 * 1000 / (200 + 0.1 * 500 + 0.1 * 900), abs=1e-4)
    assert found.after.outcome["verdict"][3] == "indetermine"


def test_a_new_place_shared_with_unknown_people_is_bounded() -> None:
    ground = small_ground(people=(8000.0, 1000.0, 500.0, float("nan"), 900.0))
    placed = place_scenario(ground, Scenario((Addition(HAMEAU, 3.5),)), {})
    known = small_state(small_ground())
    found = effect(ground, placed, known, PARAMETERS)
    assert found.after.evidence.lowest[2] < found.after.evidence.highest[2]


def test_a_reader_may_judge_by_other_thresholds() -> None:
    ground = small_ground()
    placed = place_scenario(ground, Scenario(), {})
    strict = replace(PARAMETERS, alerts=Alerts(apl_ref=10.0, time_min=5.0))
    found = effect(ground, placed, small_state(ground), strict)
    assert found.before.figures["population_beyond_time"] == 1500
    assert found.before.figures == found.after.figures


def test_what_times_rest_on_is_flagged() -> None:
    listed = replace(small_ground(), has_listed_times=True)
    assert run(Scenario((Addition(HAMEAU, 3.5),)), listed).flags == (flags.TEMPS_ESTIME,)
    assert run(Scenario(removals=("lieu-2",)), listed).flags == ()
    squares = run(Scenario(removals=("lieu-2",)), population_beyond_time_share=0.25)
    assert squares.flags == (flags.POINT_UNIQUE,)


def test_a_time_of_where_people_live_only_moves_the_way_the_point_does() -> None:
    nearer = run(Scenario((Addition(HAMEAU, 3.5),)), nearest_site_min=3.0)
    assert nearer.after.evidence.minutes[2] == 3.0
    farther = run(Scenario(removals=("lieu-2",)), nearest_site_min=70.0)
    assert farther.after.evidence.minutes[3] == 70.0

"""A scenario on the ground: which places are open, their hours, where new ones are."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.scenarios.placed_scenario import place_scenario
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from tests.carto.planning.small_ground import small_ground

GROUND = small_ground()
BOURG = Where(commune="29002")


def test_nothing_changed_is_today() -> None:
    placed = place_scenario(GROUND, Scenario(), {})
    assert placed.is_open.all()
    assert placed.hours.tolist() == GROUND.hours.tolist()
    assert len(placed.new_points) == 0


def test_added_places_come_after_those_of_today() -> None:
    placed = place_scenario(GROUND, Scenario((Addition(BOURG, 3.5),)), {})
    assert placed.hours.tolist() == [*GROUND.hours, 3.5 * 52]
    assert placed.new_points.x.tolist() == [10_000.0]


def test_a_place_that_moves_keeps_its_hours_or_takes_the_new_ones() -> None:
    moved = Scenario(moves=(("lieu-0", BOURG),))
    placed = place_scenario(GROUND, moved, {})
    assert placed.is_open.tolist() == [False, True, True]
    assert placed.hours.tolist() == [0.0, 7 * 52, 14 * 52, 35 * 52]
    changed = Scenario(moves=(("lieu-0", BOURG),), hours=(("lieu-0", 10.0),))
    assert place_scenario(GROUND, changed, {}).hours.tolist() == [0.0, 7 * 52, 14 * 52, 10 * 52]


def test_a_removed_place_has_no_hours() -> None:
    placed = place_scenario(GROUND, Scenario(removals=("lieu-2",), hours=(("lieu-1", 1.0),)), {})
    assert placed.is_open.tolist() == [True, True, False]
    assert placed.hours.tolist() == [35 * 52, 52.0, 0.0]


def test_a_chosen_point_is_in_the_projection_of_its_commune() -> None:
    point = (3.0, 46.5)
    placed = place_scenario(
        GROUND, Scenario((Addition(Where(lon_lat=point), 1.0),)), {point: "29001"}
    )
    assert placed.new_points.x == pytest.approx([700_000.0], abs=0.01)
    assert placed.new_points.landmass.tolist() == ["continent"]


@pytest.mark.parametrize(
    "scenario",
    [Scenario(removals=("autre",)), Scenario((Addition(Where(commune="75056"), 1.0),))],
)
def test_what_is_not_on_the_ground_is_an_error(scenario: Scenario) -> None:
    with pytest.raises(KeyError):
        place_scenario(GROUND, scenario, {})


def test_the_ground_is_left_as_it_was() -> None:
    before = GROUND.hours.copy()
    place_scenario(GROUND, Scenario(hours=(("lieu-0", 1.0),)), {})
    assert np.array_equal(GROUND.hours, before)

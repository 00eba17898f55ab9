"""Gestures: what follows each, on places of today and on those that a scenario adds."""

from __future__ import annotations

import pytest

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.scenarios.gesture import (
    ADD,
    CHANGE_HOURS,
    FORGET,
    MOVE,
    REMOVE,
    Gesture,
    addition_id,
    addition_rank,
    after,
)

BREST, CROZON = Where(commune="29019"), Where(commune="29042")
HOURS = {"fs-1": 30.0, "fs-2": 12.0}
TWO = Scenario(additions=(Addition(BREST, 3.5), Addition(CROZON, 7.0)))


def test_a_place_is_added_after_the_others() -> None:
    found = after(TWO, Gesture(ADD, where=BREST, hours_week=14.0), HOURS)
    assert found.additions == (*TWO.additions, Addition(BREST, 14.0))


@pytest.mark.parametrize("kind", [REMOVE, FORGET])
def test_an_added_place_is_dropped(kind: str) -> None:
    assert after(TWO, Gesture(kind, addition_id(0)), HOURS).additions == TWO.additions[1:]


def test_an_added_place_moves_and_gets_other_hours_in_its_rank() -> None:
    moved = after(TWO, Gesture(MOVE, addition_id(0), CROZON), HOURS)
    assert moved.additions == (Addition(CROZON, 3.5), TWO.additions[1])
    changed = after(moved, Gesture(CHANGE_HOURS, addition_id(1), hours_week=1.0), HOURS)
    assert changed.additions == (Addition(CROZON, 3.5), Addition(CROZON, 1.0))


def test_a_removal_replaces_what_was_asked_of_the_place() -> None:
    before = Scenario(hours=(("fs-1", 20.0), ("fs-2", 5.0)), moves=(("fs-1", BREST),))
    found = after(before, Gesture(REMOVE, "fs-1"), HOURS)
    assert found == Scenario(removals=("fs-1",), hours=(("fs-2", 5.0),))


def test_a_removed_place_that_moves_is_there_again() -> None:
    found = after(Scenario(removals=("fs-1",)), Gesture(MOVE, "fs-1", CROZON), HOURS)
    assert found == Scenario(moves=(("fs-1", CROZON),))


def test_the_hours_of_today_change_nothing() -> None:
    changed = after(Scenario(), Gesture(CHANGE_HOURS, "fs-1", hours_week=20.0), HOURS)
    assert changed.hours == (("fs-1", 20.0),)
    assert after(changed, Gesture(CHANGE_HOURS, "fs-1", hours_week=30.0), HOURS).is_empty


def test_all_that_was_asked_of_a_place_is_forgotten() -> None:
    before = Scenario(hours=(("fs-1", 20.0),), moves=(("fs-1", BREST),))
    assert after(before, Gesture(FORGET, "fs-1"), HOURS).is_empty


@pytest.mark.parametrize(
    "target", ["ajout-0", "ajout-3", "ajout-", "ajout-²", "fs-1", "ajout-99999"]
)
def test_only_the_places_of_the_scenario_have_a_rank(target: str) -> None:
    assert addition_rank(target, TWO) is None

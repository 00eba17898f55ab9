"""A scenario counts its changes, of every kind."""

from __future__ import annotations

from carto.planning.scenarios.scenario import Addition, Scenario, Where


def test_nothing_changes_in_an_empty_one() -> None:
    assert Scenario().is_empty
    assert Scenario().changes == 0


def test_every_kind_of_change_counts() -> None:
    here = Where(commune="29019")
    full = Scenario((Addition(here, 3.5),), ("a",), (("b", 7.0),), (("c", here), ("d", here)))
    assert full.changes == 5
    assert not full.is_empty

"""Marks of a scenario: where each place falls on the map, and what is done to it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask

from carto.drawing.scenario_marks import PlaceMark, PlaceState
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from tests.webapp.scenarios.small_ground import NAMES
from webapp.maps.map_units import communes_of
from webapp.scenarios.mark_list import Surface, mark_keys, place_marks
from webapp.scenarios.scenario_maps import map_frame
from webapp.snapshots.current_snapshot import current


@pytest.fixture
def surface(app: Flask) -> Surface:
    """Return the map of the sample."""
    with app.test_request_context("/"):
        snapshot = current()
    shapes = snapshot.shapes("departement", "29")
    frame = map_frame(snapshot, shapes, communes_of(snapshot, "departement", "29"))
    return Surface(shapes, frame, NAMES)


def marks_of(surface: Surface, scenario: Scenario) -> dict[str, PlaceMark]:
    def address(more: Mapping[str, str]) -> str:
        return f"/scenario?lieu={more['lieu']}"

    return {mark.id: mark for mark in place_marks(surface, scenario, "fs-173", address)}


def test_the_frame_puts_a_commune_and_its_degrees_at_one_point(surface: Surface) -> None:
    by_code = surface.of_where(Where("29001"))
    by_degrees = surface.of_where(Where(lon_lat=(-4.31788, 48.24618)))
    assert by_code == pytest.approx(by_degrees, abs=1)


def test_a_point_beyond_the_map_is_not_on_it(surface: Surface) -> None:
    assert surface.of_where(Where(lon_lat=(2.35, 48.85))) is None
    assert surface.of_where(Where("99999")) is None


def test_each_place_has_the_state_that_the_scenario_gives_it(surface: Surface) -> None:
    scenario = Scenario(
        additions=(Addition(Where("29001"), 3.5),),
        removals=("fs-2046",),
        moves=(("fs-173", Where("29042")),),
    )
    marks = marks_of(surface, scenario)
    assert marks["ajout-1"].state == PlaceState.ADDED
    assert marks["fs-2046"].state == PlaceState.REMOVED
    moved = marks["fs-173"]
    assert (moved.state, moved.is_chosen) == (PlaceState.MOVED, True)
    assert moved.was == surface.shapes.sites["fs-173"]
    assert moved.point == surface.of_where(Where("29042"))
    assert moved.href == "/scenario?lieu=fs-173#lieu-choisi"


def test_other_hours_are_said_with_those_of_today(surface: Surface) -> None:
    mark = marks_of(surface, Scenario(hours=(("fs-173", 14.0),)))["fs-173"]
    assert mark.said.endswith("14\xa0h par semaine, au lieu de 30\xa0h par semaine")


def test_only_the_states_that_are_shown_are_explained(surface: Surface) -> None:
    keys = mark_keys(list(marks_of(surface, Scenario(removals=("fs-173",))).values()))
    assert [key.words for key in keys] == ["lieu d'aujourd'hui", "retiré"]

"""The maps of a scenario: one to act on, three to look at, told apart by their names."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.difference_indicators import DIFFERENCE
from carto.drawing.scenario_marks import PlaceMark, PlaceState
from carto.drawing.shapes import MapShapes
from webapp.scenarios.scenario_maps import ThreeStates, acted_map, pair_legend, three_maps
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

TIME = INDICATORS["temps"]
MARK = PlaceMark("fs-173", (100.0, 100.0), PlaceState.REMOVED, "Ici", "/scenario?lieu=fs-173")


@pytest.fixture
def snapshot(app: Flask) -> LoadedSnapshot:
    """Return the published sample."""
    with app.test_request_context("/"):
        return current()


@pytest.fixture
def shapes(snapshot: LoadedSnapshot) -> MapShapes:
    """Return its map."""
    return snapshot.shapes("departement", "29")


@pytest.fixture
def states(snapshot: LoadedSnapshot) -> ThreeStates:
    """Return its communes, one of which is reached sooner."""
    before = list(snapshot.communes.values())
    after = [{**row, "nearest_site_min": 4.0} for row in before[:1]] + before[1:]
    differences = [{**row, DIFFERENCE: 0.0} for row in before]
    differences[0][DIFFERENCE] = -20.7
    return ThreeStates(before, after, differences)


def test_each_commune_of_the_map_adds_a_place(shapes: MapShapes, states: ThreeStates) -> None:
    drawn = acted_map(shapes, TIME, states.after, [MARK], lambda code: f"/scenario?ou={code}")
    assert 'href="/scenario?ou=29001"' in drawn
    assert 'data-lieu="fs-173"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_the_three_maps_are_images_with_a_name_each(shapes: MapShapes, states: ThreeStates) -> None:
    maps = three_maps(shapes, TIME, states, [MARK])
    assert [one.title for one in maps] == ["Avant", "Après", "Ce qui change"]
    names = [re.findall(r'id="([^"]+)"', one.svg) for one in maps]
    every = [name for one in names for name in one]
    assert len(every) == len(set(every))
    assert all("<a " not in one.svg for one in maps)
    assert ["lieux-scenario" in one.svg for one in maps] == [False, True, True]


def test_one_legend_counts_both_maps(states: ThreeStates) -> None:
    lines = {one.line.key: (one.before, one.after) for one in pair_legend(TIME, states)}
    assert lines["0"] == ("2\xa0communes", "3\xa0communes")


def test_what_opens_is_named_and_hides_no_town(shapes: MapShapes, states: ThreeStates) -> None:
    town, (x, y) = next(iter(shapes.names.items()))
    added = PlaceMark("ajout-1", (x, y), PlaceState.ADDED, "Ici", name="Argol")
    drawn = acted_map(shapes, TIME, states.after, [added], lambda code: code)
    names = drawn[drawn.index('class="noms"') : drawn.index("lieux-scenario")]
    heights = {name: float(at) for at, name in re.findall(r'y="([^"]+)">([^<]+)', names)}
    assert abs(heights["Argol"] - y) > 17
    assert abs(heights.get(town, 0) - y) > 17

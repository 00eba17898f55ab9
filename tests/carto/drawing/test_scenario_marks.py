"""The places of a scenario: a shape by state, a link to each, changed ones over the others."""

from __future__ import annotations

from carto.drawing.scenario_marks import PlaceMark, PlaceState, draw_places

TODAY = PlaceMark("fs-1", (10.0, 20.0), PlaceState.TODAY, "Mairie & poste", "/scenario?lieu=fs-1")
ADDED = PlaceMark("ajout-1", (30.0, 40.0), PlaceState.ADDED, "Permanence")
MOVED = PlaceMark("fs-2", (50.0, 60.0), PlaceState.MOVED, "Centre", was=(5.0, 6.0))
REMOVED = PlaceMark("fs-3", (70.0, 80.0), PlaceState.REMOVED, "Antenne", is_chosen=True)


def test_each_state_has_its_shape_and_its_letter() -> None:
    today, added, removed = (draw_places([mark]) for mark in (TODAY, ADDED, REMOVED))
    assert "<text" not in today
    assert ">+</text>" in added
    assert "<rect" in removed
    assert ">×</text>" in removed


def test_what_changes_lies_over_the_places_of_today() -> None:
    drawn = draw_places([ADDED, TODAY])
    assert drawn.index("Permanence") > drawn.index("Mairie")


def test_a_mark_leads_to_where_it_is_changed_but_on_an_image() -> None:
    drawn = draw_places([TODAY])
    assert 'href="/scenario?lieu=fs-1"' in drawn
    assert 'data-lieu="fs-1"' in drawn
    assert "Mairie &amp; poste" in drawn
    assert "<a" not in draw_places([ADDED])


def test_a_moved_place_is_joined_to_where_it_is_today() -> None:
    assert 'd="M5 6L50 60"' in draw_places([MOVED])


def test_the_chosen_place_is_ringed() -> None:
    assert draw_places([REMOVED]).count("<circle") == 1

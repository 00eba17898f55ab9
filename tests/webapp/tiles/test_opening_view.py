"""Tests of where a map opens."""

from __future__ import annotations

from webapp.tiles.opening_view import opening_view


def place(longitude: float | None, latitude: float | None) -> dict[str, float | None]:
    return {"longitude": longitude, "latitude": latitude}


def test_an_island_far_away_does_not_move_the_map():
    mainland = [place(0.1 * step, 46 + 0.05 * step) for step in range(100)]
    view = opening_view([*mainland, place(55.5, -21.1)])
    assert 4 < view.longitude < 6
    assert view.zoom > 5


def test_communes_without_a_position_are_left_aside():
    assert opening_view([place(None, None), place(2.0, 47.0)]).longitude == 2.0


def test_without_any_commune_the_world_is_shown():
    assert opening_view([]).zoom == 0


def test_one_commune_is_not_seen_from_too_near():
    assert opening_view([place(2.0, 47.0)]).zoom == 12

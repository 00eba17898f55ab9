"""Names around marks: what is marked is named, towns keep their names in sight."""

from __future__ import annotations

from carto.drawing.mark_names import named_around
from carto.drawing.shapes import MapShapes

RADIUS = 17.0
SHAPES = MapShapes(
    territory="Essai",
    width=1000,
    height=800,
    epsg=2154,
    projection="Lambert-93",
    units_per_km=1.0,
    units={"29001": "M0 0L9 0L9 9Z"},
    anchors={"29001": (300.0, 300.0)},
    borders="",
    outline="",
    sites={},
    names={"Brest": (300.0, 305.0), "Quimper": (700.0, 600.0)},
)


def test_what_is_marked_is_named_and_comes_first() -> None:
    names = named_around(SHAPES, [("Argol", (300.0, 300.0))], RADIUS).names
    assert list(names) == ["Argol", "Brest", "Quimper"]
    assert abs(names["Argol"][1] - 300) > RADIUS


def test_a_town_under_a_mark_moves_and_the_others_stay() -> None:
    names = named_around(SHAPES, [("", (300.0, 300.0))], RADIUS).names
    assert list(names) == ["Brest", "Quimper"]
    assert abs(names["Brest"][1] - 300) > RADIUS
    assert names["Quimper"] == (700.0, 600.0)


def test_a_marked_town_is_named_once() -> None:
    names = named_around(SHAPES, [("Quimper", (700.0, 600.0))], RADIUS).names
    assert sorted(names) == ["Brest", "Quimper"]


def test_names_stay_clear_of_the_places_of_today() -> None:
    today = [(700.0, 596.0)]
    assert named_around(SHAPES, [], RADIUS, today).names["Quimper"] != (700.0, 600.0)

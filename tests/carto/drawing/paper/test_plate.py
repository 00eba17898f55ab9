"""A map with its key as one picture: what it holds, and how large it is."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.paper.paper_map import PaperView
from carto.drawing.paper.plate import PlateSize, draw_plate

FIBRE = INDICATORS["fibre"]
WIDE, NARROW = PlateSize(170, 118), PlateSize(54, 41, text_pt=8, has_key_beside=False)


def test_title_key_scale_and_north_are_in_one_picture(shapes, rows) -> None:
    plate = draw_plate(shapes, FIBRE, PaperView(rows, alternative="Une carte"), "Fibre, %", WIDE)
    root = ET.fromstring(plate.svg)  # noqa: S314 - our own drawing
    words = list(root.itertext())
    assert words[0] == "Une carte"
    assert "Fibre, %" in words
    assert "N" in words
    assert any(one.endswith("km") for one in words)
    assert any(FIBRE.classes[0].label in one for one in words)
    assert "<style" not in plate.svg
    assert plate.scale > 0


def test_a_plate_has_the_width_asked_for_and_the_height_it_needs(shapes, rows) -> None:
    for size in (WIDE, NARROW):
        plate = draw_plate(shapes, FIBRE, PaperView(rows), "Fibre", size)
        box = ET.fromstring(plate.svg).get("viewBox")  # noqa: S314 - our own drawing
        assert box == f"0 0 {size.width_mm:g} {plate.height_mm:g}"
    below = draw_plate(shapes, FIBRE, PaperView(rows), "Fibre", NARROW)
    assert below.height_mm > NARROW.most_mm


def test_the_same_map_is_the_same_bytes(shapes, rows) -> None:
    first, second = (draw_plate(shapes, FIBRE, PaperView(rows), "Fibre", WIDE) for _ in "12")
    assert first == second

"""Hatching on paper: one for the worst class, another for no data, whole lines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from carto.drawing import palettes
from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.legend import legend
from carto.drawing.paper.hatching import filled

ENTRIES = {entry.key: entry for entry in legend(INDICATORS["verdict"], [])}


def parse(markup: str) -> ET.Element:
    return ET.fromstring(f"<g>{markup}</g>")  # noqa: S314 - our own drawing


def test_a_plain_class_is_a_colour(shapes) -> None:
    (path,) = parse(filled("M0 0h9", ENTRIES["1"], "a", shapes, 8))
    assert path.get("fill") == ENTRIES["1"].colour


def test_lines_are_cut_by_the_shapes_and_never_a_pattern(shapes) -> None:
    colours = {}
    for key in ("3", "absente"):
        drawn = parse(filled("M0 0h9", ENTRIES[key], f"coupe-{key}", shapes, 8))
        cut, ground, group = drawn
        assert cut.get("id") == f"coupe-{key}"
        assert group.get("clip-path") == f"url(#coupe-{key})"
        assert ground.get("fill") == ENTRIES[key].colour
        colours[key] = group[0].get("stroke")
        assert group[0].get("d").count("M") == (shapes.width + shapes.height) // 8
    assert colours == {"3": palettes.HATCH_ON_COLOUR, "absente": palettes.HATCH_ON_MISSING}

"""The frames of a national map: a border and a name each, nothing without one."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from carto.drawing.insets import draw_insets
from carto.drawing.shapes import Inset


def test_each_inset_has_its_border_and_its_name_at_its_foot() -> None:
    markup = draw_insets([Inset("L'Île & Co", 4, 10, 100, 80), Inset("Mayotte", 4, 200, 100, 80)])
    group = ET.fromstring(markup)  # noqa: S314 - our own drawing
    borders, names = group.findall("rect"), group.findall("text")
    assert [name.text for name in names] == ["L'Île & Co", "Mayotte"]
    for border, name in zip(borders, names, strict=True):
        left, top = float(border.get("x")), float(border.get("y"))
        assert left < float(name.get("x")) < left + float(border.get("width"))
        assert top < float(name.get("y")) < top + float(border.get("height"))


def test_a_map_without_insets_draws_nothing_more() -> None:
    assert draw_insets([]) == ""

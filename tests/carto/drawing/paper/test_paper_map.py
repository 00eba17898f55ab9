"""The map on paper: every unit, words at their true size, nothing that printing programs ignore."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.paper.paper_map import MOST_LETTERS, PaperView, bear_letters, draw_paper_map
from carto.drawing.paper.sheets import MM_PER_POINT, PAPERS, PaperRoom

SVG = "{http://www.w3.org/2000/svg}"
A4, A3 = PaperRoom(196, 134, PAPERS["a4"]), PaperRoom(277, 194, PAPERS["a3"])
VERDICT = INDICATORS["verdict"]


def parse(markup: str) -> ET.Element:
    return ET.fromstring(markup)  # noqa: S314 - our own drawing


def fills(markup: str, colour: str) -> str:
    return "".join(p.get("d") for p in parse(markup).iter(f"{SVG}path") if p.get("fill") == colour)


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda indicator: indicator.id)
def test_every_unit_is_filled_once(indicator, shapes, rows) -> None:
    drawn = parse(draw_paper_map(shapes, indicator, PaperView(rows), A4).svg)
    filled = "".join(
        path.get("d")
        for path in drawn.iter(f"{SVG}path")
        if path.get("fill") != "none" and path.get("stroke") is None
    )
    assert all(path in filled for path in shapes.units.values())


def test_no_word_is_under_eight_points(shapes, rows) -> None:
    for sheet in (A4, A3):
        drawn = parse(draw_paper_map(shapes, VERDICT, PaperView(rows), sheet).svg)
        sizes = [float(group.get("font-size")) for group in drawn.iter() if group.get("font-size")]
        assert sizes
        assert min(sizes) >= 8 * MM_PER_POINT - 0.01


def test_a_larger_sheet_is_the_same_map_at_a_larger_scale(shapes, rows) -> None:
    on_a4 = draw_paper_map(shapes, VERDICT, PaperView(rows), A4)
    on_a3 = draw_paper_map(shapes, VERDICT, PaperView(rows), A3)
    assert on_a4.scale / on_a3.scale > 1.4


def test_names_have_a_halo_that_every_program_draws(shapes, rows) -> None:
    markup = draw_paper_map(shapes, VERDICT, PaperView(rows), A4).svg
    assert "paint-order" not in markup
    assert len(re.findall(">Commune 29004<", markup)) == 2


def test_the_selected_unit_is_outlined_and_the_class_kept_alone_stays_full(shapes, rows) -> None:
    view = PaperView(rows, selected="29004", kept="3")
    markup = draw_paper_map(shapes, VERDICT, view, A4).svg
    path = shapes.units["29004"]
    assert len([p for p in parse(markup).iter(f"{SVG}path") if p.get("d") == path]) >= 2
    faded = [group for group in parse(markup).iter(f"{SVG}g") if group.get("opacity")]
    assert faded
    assert all(path not in p.get("d") for group in faded for p in group.iter(f"{SVG}path"))


def test_too_many_places_are_dots(shapes, rows) -> None:
    crowd = [{"id": f"s{i}", "nom": "A", "format": "bus"} for i in range(MOST_LETTERS + 1)]
    crowded = replace(shapes, sites={site["id"]: (10.0, 10.0) for site in crowd})
    few, many = (PaperView(rows, sites) for sites in (crowd[:1], crowd))
    assert ">B<" in draw_paper_map(crowded, VERDICT, few, A4).svg
    assert ">B<" not in draw_paper_map(crowded, VERDICT, many, A4).svg
    assert not bear_letters(crowd)


def test_the_drawing_is_named_and_the_same_each_time(shapes, rows) -> None:
    view = PaperView(rows, alternative="Verdict <par commune>")
    one = draw_paper_map(shapes, VERDICT, view, A4)
    assert parse(one.svg).findtext(f"{SVG}title") == "Verdict <par commune>"
    assert one == draw_paper_map(shapes, VERDICT, view, A4)

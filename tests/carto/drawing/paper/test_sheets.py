"""Sheets of paper: true sizes, and room for the map in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carto.drawing.paper.sheets import DIRECTIONS, MAP_SHARE, PAPERS, Sheet, best_direction

ROOT = Path(__file__).resolve().parents[4]

SHEETS = [Sheet(paper, direction) for paper in PAPERS for direction in DIRECTIONS]


def test_papers_are_those_of_iso_216() -> None:
    assert {name: (paper.short_mm, paper.long_mm) for name, paper in PAPERS.items()} == {
        "a4": (210, 297),
        "a3": (297, 420),
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_the_map_lies_inside_the_margins(sheet: Sheet) -> None:
    width, height = sheet.inside_mm
    assert sheet.map_width_mm <= width == pytest.approx(sheet.width_mm - 2 * sheet.margin_mm)
    assert height == pytest.approx(sheet.height_mm - 2 * sheet.margin_mm)


def test_the_style_sheet_gives_the_map_the_same_width_and_margins() -> None:
    style = (ROOT / "webapp" / "front" / "feuille.css").read_text()
    assert f"grid-template-columns: {100 * MAP_SHARE:.3f}%" in style
    for sheet in SHEETS:
        page = re.search(rf"@page {sheet.paper}-{sheet.direction} {{(.*?)}}", style, re.DOTALL)[1]
        assert f"margin: {sheet.margin_mm:g}mm;" in page
        assert f"font-size: {sheet.size.text_pt:g}pt;" in style


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_plain_words_can_be_read_on_a_table(sheet: Sheet) -> None:
    assert sheet.size.text_pt >= 9


def test_a_tall_territory_stands() -> None:
    assert best_direction(900, 1260) == "portrait"
    assert best_direction(900, 620) == "paysage"

"""Sheets of paper: true sizes, and room for the map in them."""

from __future__ import annotations

import pytest

from carto.drawing.paper import DIRECTIONS, PAPERS, Sheet, best_direction

SHEETS = [Sheet(paper, direction) for paper in PAPERS for direction in DIRECTIONS]


def test_papers_are_those_of_iso_216() -> None:
    assert {name: (paper.short_mm, paper.long_mm) for name, paper in PAPERS.items()} == {
        "a4": (210, 297),
        "a3": (297, 420),
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_the_map_leaves_room_for_the_rest(sheet: Sheet) -> None:
    width, height = sheet.map_room_mm
    assert width < sheet.width_mm - 20
    assert height < sheet.height_mm - 40


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_plain_words_can_be_read_on_a_table(sheet: Sheet) -> None:
    assert sheet.size.text_pt >= 9


def test_a_tall_territory_stands() -> None:
    assert best_direction(900, 1260) == "portrait"
    assert best_direction(900, 620) == "paysage"

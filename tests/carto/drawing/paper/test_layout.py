"""Words take their room first; the map has the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.drawing.paper.layout import SheetWords, map_room
from carto.drawing.paper.sheets import DIRECTIONS, PAPERS, Sheet

WORDS = SheetWords(
    title="Verdict par commune, Finistère",
    head=["Une phrase."],
    legend=["Verdict", *["sous-desservie 20 communes"] * 5],
    places=["Lieux", "lieu fixe : 4"],
    foot=["Sources."],
)
SHEETS = [Sheet(paper, direction) for paper in PAPERS for direction in DIRECTIONS]


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_the_map_has_most_of_a_sheet_of_few_words(sheet: Sheet) -> None:
    room = map_room(sheet, WORDS)
    assert room.height_mm > 0.5 * sheet.inside_mm[1]
    assert room.width_mm == sheet.map_width_mm


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize(
    "more",
    [
        {"title": "Titre " * 30},
        {"head": ["Une phrase. " * 40, "Une autre. " * 20]},
        {"foot": ["Une source. " * 90]},
    ],
    ids=lambda more: next(iter(more)),
)
def test_more_words_leave_less_room(sheet: Sheet, more: dict[str, object]) -> None:
    assert map_room(sheet, replace(WORDS, **more)).height_mm < map_room(sheet, WORDS).height_mm


def test_a_long_legend_takes_room_under_the_map_and_none_beside_it() -> None:
    long = replace(WORDS, legend=["Types", *["besoin fort, fibre inachevée, 12 communes"] * 9])
    standing, lying = Sheet("a4", "portrait"), Sheet("a4", "paysage")
    assert map_room(standing, long).height_mm < map_room(standing, WORDS).height_mm
    assert map_room(lying, long) == map_room(lying, WORDS)


def test_a_map_never_disappears() -> None:
    endless = replace(WORDS, foot=["Source. " * 5000])
    assert map_room(Sheet("a4", "paysage"), endless).height_mm == 60

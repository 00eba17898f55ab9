"""Names on paper: communes where communes are coloured, towns where wider units are."""

from __future__ import annotations

from dataclasses import replace

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.units import EPCI
from carto.drawing.paper.names import draw_names, labels_of, most_names
from carto.drawing.paper.sheets import PAPERS, PaperFrame, PaperRoom

FRAME = PaperFrame(0, 0, 0.2)
ROOM = PaperRoom(196, 134, PAPERS["a4"])
VERDICT = INDICATORS["verdict"]


def test_communes_bear_their_own_names_at_their_points(shapes, rows) -> None:
    labels = {label.words: label for label in labels_of(shapes, VERDICT, rows, FRAME)}
    assert set(labels) == {row["nom"] for row in rows}
    assert (labels["Commune 29004"].x, labels["Commune 29004"].y) == FRAME.place(
        *shapes.anchors["29004"]
    )


def test_wider_units_bear_the_names_of_towns_in_their_order(shapes, rows) -> None:
    towns = replace(shapes, names={"Brest": (10, 20), "Quimper": (400, 500)})
    labels = labels_of(towns, replace(VERDICT, units=EPCI), rows, FRAME)
    assert [label.words for label in sorted(labels, key=lambda label: -label.rank)] == [
        "Brest",
        "Quimper",
    ]


def test_a_sheet_bears_so_many_names(shapes, rows) -> None:
    labels = labels_of(shapes, VERDICT, rows, FRAME)
    drawn = draw_names(labels, ROOM, [])
    assert 0 < drawn.count("<text") <= 2 * most_names(PAPERS["a4"])
    assert most_names(PAPERS["a3"]) > most_names(PAPERS["a4"])

"""The names on a map on paper: main towns, at the size of plain words, over a halo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.name_placement import Label, Placed, place_names
from carto.drawing.paper.sheets import Paper, PaperFrame, PaperRoom
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text
from carto.drawing.wording import Row, measured

Mark = tuple[float, float, float]


def labels_of(
    shapes: MapShapes, indicator: Indicator, rows: Sequence[Row], frame: PaperFrame
) -> list[Label]:
    """List the names that a map may bear: its communes, or the main towns of wider units.

    Parameters
    ----------
    shapes
        Projected shapes of the territory.
    indicator
        What the map shows.
    rows
        Units of the map.
    frame
        Where the shapes lie on the paper.
    """
    if indicator.units != COMMUNE:
        return [
            Label(nom, *frame.place(x, y), -rank)
            for rank, (nom, (x, y)) in enumerate(shapes.names.items())
        ]
    return [
        Label(
            str(row["nom"]), *frame.place(*shapes.anchors[code]), measured(row, "population") or 0
        )
        for row in rows
        if (code := COMMUNE.code(row)) in shapes.anchors
    ]


def draw_names(labels: Iterable[Label], room: PaperRoom, marks: Sequence[Mark]) -> str:
    """Write the names that have room for it; the halo is a drawing of its own, under them.

    Parameters
    ----------
    labels
        Candidates.
    room
        Where the map is.
    marks
        Middle and radius of the places, which no name covers.
    """
    size = round(room.size.text_mm, 2)
    names = place_names(labels, size, room.width_mm, marks, most=most_names(room.size))
    halo = element(
        "g",
        _texts(names),
        fill=palettes.HALO,
        stroke=palettes.HALO,
        stroke_width=round(0.42 * size, 2),
        stroke_linejoin="round",
    )
    return element(
        "g",
        halo + element("g", _texts(names), fill=palettes.INK),
        font_size=size,
        text_anchor="middle",
    )


def most_names(paper: Paper) -> int:
    """Most names on a sheet: enough to find one's way, without hiding the colours.

    >>> most_names(Paper("A4", 210, 297, 9.0)), most_names(Paper("A3", 297, 420, 11.5))
    (32, 50)
    """
    words_per_side = paper.short_mm / paper.text_mm
    return round(0.00726 * words_per_side**2 * paper.text_pt / 9)


def _texts(names: Iterable[Placed]) -> str:
    """Write placed names."""
    return "".join(element("text", text(name.words), x=name.x, y=name.baseline) for name in names)

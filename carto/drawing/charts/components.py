"""Components: what each part of a score adds, out of the most that its weight lets it add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import DATA, FONT, ROW, Scale, chart, words
from carto.drawing.svg import element

SIDE = 340
EDGE = 8


@dataclass(frozen=True)
class Component:
    """A part of a score: what it adds, the most it could, and how both are written."""

    label: str
    value: float
    most: float
    written: str


def draw_components(title: str, components: Sequence[Component]) -> str:
    """Draw one bar per part, in a frame as long as the most it could add.

    Parameters
    ----------
    title
        What is shown; the parts are added to it for who does not see them.
    components
        From top to bottom; values are from 0 to their most.
    """
    longest = max((part.most for part in components), default=0) or 1
    scale = Scale(0, longest, 0, SIDE - 2 * EDGE)
    drawn = []
    for place, part in enumerate(components):
        top = 2 + place * (ROW + 4)
        bar = {"x": EDGE, "y": top + FONT + 6, "height": 14}
        drawn += [
            words(part.label, EDGE, top + FONT),
            words(part.written, SIDE - EDGE, top + FONT, "end", bold=True),
            element("rect", **bar, width=round(scale.at(part.most), 1), fill=palettes.PAPER),
            element("rect", **bar, width=round(scale.at(part.value), 1), fill=DATA),
            element(
                "rect",
                **bar,
                width=round(scale.at(part.most), 1),
                fill="none",
                stroke=palettes.OUTLINE,
            ),
        ]
    said = " ; ".join(f"{part.label} : {part.written}" for part in components)
    return chart(f"{title}. {said}.", drawn, 2 + len(components) * (ROW + 4) + 2, SIDE)

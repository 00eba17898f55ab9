"""Strip: a territory on one short line, beside those it is compared with.

Told apart by shape, not by colour alone: a disc here, then a diamond, a triangle, a square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import ACCENT, GRID, INK, Scale, chart, line
from carto.drawing.svg import element

SIDE = 320
EDGE = 10
HEIGHT = 26
HERE = "#0f5361"
SHAPES = ("disque", "losange", "triangle", "carré")
_SIZE = 7


@dataclass(frozen=True)
class Dot:
    """A territory on the line: its name, its value, how the value is written, its shape."""

    label: str
    value: float
    written: str
    shape: str = SHAPES[0]


def draw_strip(
    title: str, dots: Sequence[Dot], ends: tuple[float, float], threshold: float | None = None
) -> str:
    """Draw values on one line.

    Parameters
    ----------
    title
        What is shown; the values are added to it for who does not see them.
    dots
        The territory of the page first; it is drawn over the others.
    ends
        Values at the two ends of the line, the same wherever the measure is drawn.
    threshold
        Value of an alert, drawn as a tick; None for none.
    """
    scale = Scale(*ends, EDGE, SIDE - EDGE)
    y = HEIGHT / 2
    parts = [line(EDGE, y, SIDE - EDGE, y, GRID, 3)]
    parts += [line(x, y - 6, x, y + 6, GRID, 2) for x in (EDGE, SIDE - EDGE)]
    if threshold is not None:
        x = scale.at(threshold)
        parts.append(line(x, 2, x, HEIGHT - 2, ACCENT, 2))
    parts += [draw_shape(dot.shape, scale.at(dot.value), y) for dot in reversed(dots)]
    said = " ; ".join(f"{dot.label} : {dot.written}" for dot in dots)
    return chart(f"{title}. {said}.", parts, HEIGHT, SIDE)


def draw_shape(shape: str, x: float, y: float) -> str:
    """Draw the mark of a territory, centred: that of the page is filled, the others hollow."""
    if shape == SHAPES[0]:
        return element(
            "circle",
            cx=round(x, 1),
            cy=y,
            r=_SIZE + 1,
            fill=HERE,
            stroke=palettes.HALO,
            stroke_width=2,
        )
    corners = {
        "losange": f"M{x:.1f} {y - _SIZE:g}l{_SIZE} {_SIZE}l-{_SIZE} {_SIZE}l-{_SIZE} -{_SIZE}z",
        "triangle": f"M{x:.1f} {y - _SIZE:g}l{_SIZE} {2 * _SIZE - 1}h-{2 * _SIZE}z",
        "carré": f"M{x - 6:.1f} {y - 6:g}h12v12h-12z",
    }
    return element("path", d=corners[shape], fill=palettes.PAPER, stroke=INK, stroke_width=2)

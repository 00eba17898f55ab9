"""Shift: a measure before and after, on one short line; an arrow says which way it goes.

Before is hollow and after is full, so that they differ by more than their place.
"""

from __future__ import annotations

from carto.drawing import palettes
from carto.drawing.charts.frame import BAND, GRID, INK, Scale, chart, line, words
from carto.drawing.svg import element
from carto.french import NARROW

SIDE = 320
EDGE = 12
RADIUS = 8
_AFTER = "#0f5361"
_MIDDLE = 16
# A step shorter than this hides its arrow under its ends.
_SHORTEST_ARROW = 34


def draw_shift(
    title: str, values: tuple[float, float], written: tuple[str, str], axis: tuple[float, float]
) -> str:
    """Draw a measure before and after.

    Parameters
    ----------
    title
        What is measured; both values are added to it for who does not see them.
    values, written
        Before and after: as numbers, and as they are written.
    axis
        Values at the two ends of the line.
    """
    scale = Scale(*axis, EDGE, SIDE - EDGE)
    before, after = map(scale.at, values)
    parts = [line(EDGE, _MIDDLE, SIDE - EDGE, _MIDDLE, GRID, 2)]
    if abs(after - before) > 0.5:
        parts.append(line(before, _MIDDLE, after, _MIDDLE, BAND, 7))
    if abs(after - before) >= _SHORTEST_ARROW:
        parts.append(_arrow((before + after) / 2, 1 if after > before else -1))
    parts += [
        _end(before, palettes.PAPER, RADIUS),
        _end(after, _AFTER, RADIUS - 1),
        words(_plain(axis[0]), EDGE, _MIDDLE + 28),
        words(_plain(axis[1]), SIDE - EDGE, _MIDDLE + 28, "end"),
    ]
    said = f"{title}. Avant : {written[0]} ; après : {written[1]}."
    return chart(said, parts, _MIDDLE + 34, SIDE)


def _end(x: float, fill: str, radius: float) -> str:
    """Draw one end of the shift."""
    return element(
        "circle",
        cx=round(x, 1),
        cy=_MIDDLE,
        r=radius,
        fill=fill,
        stroke=_AFTER if fill == palettes.PAPER else palettes.HALO,
        stroke_width=3 if fill == palettes.PAPER else 1.5,
    )


def _arrow(x: float, way: int) -> str:
    """Draw the head of an arrow."""
    head = f"M{x - 4 * way:.1f} {_MIDDLE - 6}l{7 * way} 6l{-7 * way} 6"
    return element("path", d=head, fill="none", stroke=INK, stroke_width=2)


def _plain(value: float) -> str:
    r"""Write an end of the axis as shortly as it can be.

    >>> _plain(0.0), _plain(0.25), _plain(12000.0)
    ('0', '0,25', '12\u202f000')
    """
    return f"{value:,.10g}".replace(",", NARROW).replace(".", ",")

"""Hatching on paper: lines cut out by the shapes they cover.

A pattern is drawn tile by tile, and programs that print leave hairlines between the tiles: the
lines are drawn whole instead.
"""

from __future__ import annotations

from carto.drawing import palettes
from carto.drawing.legend import LegendEntry
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element

_LINE = 0.18


def filled(path: str, entry: LegendEntry, name: str, shapes: MapShapes, step: float) -> str:
    """Fill shapes with the colour of their class, hatched for the worst one and for no data.

    Parameters
    ----------
    path
        SVG path data of the shapes.
    entry
        Their class.
    name
        Identifier of the cut, unique in its page.
    shapes
        The map, for the size of its view box.
    step
        From a line to the next, in lengths of the view box.
    """
    ground = element("path", d=path, fill=entry.colour)
    if not entry.is_worst and entry.index is not None:
        return ground
    rises = entry.index is not None
    lines = element(
        "path",
        d=_lines(shapes.width, shapes.height, step, rises=rises),
        stroke=palettes.HATCH_ON_COLOUR if rises else palettes.HATCH_ON_MISSING,
        stroke_width=round(_LINE * step, 3),
        fill="none",
    )
    cut = element("clipPath", element("path", d=path), id=name)
    return cut + ground + element("g", lines, clip_path=f"url(#{name})")


def _lines(width: int, height: int, step: float, *, rises: bool) -> str:
    """Lines at 45 degrees over a view box, that rise or fall from left to right.

    >>> _lines(10, 10, 10, rises=True)
    'M10 0L0 10M20 0L10 10'
    >>> _lines(10, 10, 10, rises=False)
    'M0 0L10 10M-10 0L0 10'
    """
    drawn = []
    for count in range(1, int((width + height) / step) + 1):
        top = round(count * step, 1)
        start, end = (top, top - height) if rises else (width - top, width - top + height)
        drawn.append(f"M{start:g} 0L{end:g} {height}")
    return "".join(drawn)

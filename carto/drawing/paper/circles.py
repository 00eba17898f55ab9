"""The key of the circles of a map on paper: round counts, at the size they have on the map."""

from __future__ import annotations

from carto.drawing import palettes
from carto.drawing.circles import COUNTED, KEY_COUNTS, has_circles, radius
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.paper.sheets import PaperFrame, PaperRoom
from carto.drawing.svg import element, text
from carto.french import NBSP, number


def circle_key(indicator: Indicator, frame: PaperFrame, room: PaperRoom) -> str:
    """Draw circles of round counts at the foot of a map, on the right; nothing without circles.

    Parameters
    ----------
    indicator
        What the map shows.
    frame
        How much the map is enlarged.
    room
        Where it is.
    """
    if not has_circles(indicator):
        return ""
    size, gap = room.size.small_mm, 0.5 * room.size.small_mm
    drawn = words = ""
    x, middle = room.width_mm, room.height_mm - 0.5 - radius(KEY_COUNTS[-1]) * frame.scale
    for count in reversed(KEY_COUNTS):
        said = number(count) + (f"{NBSP}{COUNTED}" if count == KEY_COUNTS[-1] else "")
        length = radius(count) * frame.scale
        x -= 0.56 * size * len(said)
        words += element("text", text(said), x=round(x, 2), y=round(middle + 0.36 * size, 2))
        x -= gap + length
        drawn += element("circle", cx=round(x, 2), cy=round(middle, 2), r=round(length, 2))
        x -= length + 2 * gap
    circles = element(
        "g",
        drawn,
        fill=palettes.CIRCLE,
        fill_opacity=0.7,
        stroke=palettes.INK,
        stroke_width=0.12,
    )
    return circles + element("g", words, font_size=round(size, 2), fill=palettes.INK)

"""Counts as circles over the colours of a map: a colour tells a rate, never how many.

The area of a circle is in proportion to the count, by one rule for every territory and quarter, so
that two maps compare.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text
from carto.drawing.wording import Row, measured
from carto.french import NBSP, number

COUNTED = "locaux"
KEY_COUNTS = (100, 1000, 3000)
_KEY_SIZE = 15
_KEY_WIDTH, _KEY_HEIGHT = 300, 40
_PER_SQUARE = 10.0


def has_circles(indicator: Indicator) -> bool:
    """Whether circles go with an indicator: those of wider units would hide their map."""
    return bool(indicator.circles) and indicator.units == COMMUNE


def radius(count: float) -> float:
    """Radius of the circle of a count, in lengths of the view box of a map.

    >>> radius(1000), radius(10), radius(0)
    (10.0, 1.0, 0.0)
    """
    return math.sqrt(count / _PER_SQUARE)


def radius_of(row: Row, indicator: Indicator) -> float:
    """Radius of the circle of a commune, to a tenth; 0 when its count is zero or missing."""
    return round(radius(measured(row, indicator.circles) or 0.0), 1)


def draw_circles(shapes: MapShapes, indicator: Indicator, rows: Sequence[Row]) -> str:
    """Draw the count of each commune at its point, the largest first; nothing for a zero.

    Parameters
    ----------
    shapes
        Projected shapes of the territory.
    indicator
        One that `has_circles`, or any other: nothing is drawn then.
    rows
        Communes of the map.
    """
    if not has_circles(indicator):
        return ""
    counted = (
        (radius_of(row, indicator), *shapes.anchors[code])
        for row in rows
        if (code := indicator.units.code(row)) in shapes.anchors
    )
    drawn = (
        element("circle", cx=round(x, 1), cy=round(y, 1), r=size)
        for size, x, y in sorted(counted, reverse=True)
        if size > 0
    )
    return _group("".join(drawn), "cercles")


def draw_key(indicator: Indicator, x: float, middle: float) -> str:
    """Draw circles of round counts side by side, on a line of words; nothing without circles."""
    if not has_circles(indicator):
        return ""
    drawn = words = ""
    for count in KEY_COUNTS:
        size = radius(count)
        drawn += element("circle", cx=round(x + size, 1), cy=round(middle, 1), r=round(size, 1))
        x += 2 * size + 6
        said = number(count) + (f"{NBSP}{COUNTED}" if count == KEY_COUNTS[-1] else "")
        words += element(
            "text", text(said), x=round(x, 1), y=round(middle + 5, 1), font_size=_KEY_SIZE
        )
        x += 0.6 * _KEY_SIZE * len(said) + 14
    return element("g", _group(drawn, "cercles") + words, class_="cle-cercles", fill=palettes.INK)


def key_figure(indicator: Indicator) -> str:
    """Draw the key as a figure of its own, at the size of the circles of an interactive map."""
    key = draw_key(indicator, 2, _KEY_HEIGHT / 2)
    return key and element(
        "svg",
        key,
        width=_KEY_WIDTH,
        height=_KEY_HEIGHT,
        viewBox=f"0 0 {_KEY_WIDTH} {_KEY_HEIGHT}",
        role="img",
        aria_label=f"Un cercle par commune{NBSP}: sa surface dit le nombre de {COUNTED}.",
    )


def _group(drawn: str, name: str) -> str:
    """Give circles their look: one can see what lies under them."""
    return element(
        "g",
        drawn,
        class_=name,
        fill=palettes.CIRCLE,
        fill_opacity=0.7,
        stroke=palettes.INK,
        stroke_width=0.8,
        pointer_events="none",
    )

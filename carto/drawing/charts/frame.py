"""What charts share: their size, a scale from values to positions, and their words.

Sizes are in units of the drawing, which is as wide as the column of a phone of 390 pixels: its
letters keep their 14 pixels there, and a page must not show a chart much wider than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.svg import element, text
from carto.typography import typeset

WIDTH = 358
FONT = 14
ROW = 40
INK = palettes.INK
GRID = palettes.MISSING
DATA = palettes.YLGNBU[3]
BAND = palettes.YLGNBU[1]
ACCENT = palettes.VERDICT[3]


@dataclass(frozen=True)
class Scale:
    """A linear scale: values from `low` to `high` on positions from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Position of a value; one outside the scale stands at its end.

        >>> Scale(0, 10, 100, 200).at(5), Scale(0, 10, 100, 200).at(20)
        (150.0, 200.0)
        """
        span = self.high - self.low
        share = 0.5 if span == 0 else (value - self.low) / span
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def chart(title: str, parts: Sequence[str], height: float, width: float = WIDTH) -> str:
    """Put the parts of a chart together.

    Parameters
    ----------
    title
        What it shows, said in full to who does not see it.
    parts
        Elements, already written.
    height, width
        Size in units of the drawing.
    """
    title = typeset(title)
    return element(
        "svg",
        element("title", text(title)) + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        class_="graphique",
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_label=title,
        font_family="Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif",
        font_size=FONT,
        fill=INK,
    )


def words(what: str, x: float, y: float, anchor: str = "start", *, bold: bool = False) -> str:
    """Write a short text at a position; `anchor` is `start`, `middle` or `end`."""
    return element(
        "text",
        text(typeset(what)),
        x=round(x, 1),
        y=round(y, 1),
        text_anchor=None if anchor == "start" else anchor,
        font_weight=600 if bold else None,
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1) -> str:
    """Draw a straight line."""
    return element(
        "path",
        d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}",
        stroke=colour,
        stroke_width=width,
        fill="none",
    )

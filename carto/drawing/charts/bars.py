"""Bars: counts by category, and the tornado of what makes them change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import (
    ACCENT,
    DATA,
    FONT,
    INK,
    ROW,
    WIDTH,
    Scale,
    chart,
    line,
    words,
)
from carto.drawing.charts.row_words import row_words
from carto.drawing.svg import element

EDGE = 12


@dataclass(frozen=True)
class Bar:
    """A category: its name, its size, how the size is written, its colour."""

    label: str
    size: float
    written: str
    colour: str = DATA


@dataclass(frozen=True)
class Swing:
    """What a lower and a higher setting change: two sizes, and how they are written."""

    label: str
    lower: float
    higher: float
    written: str


def draw_bars(title: str, bars: Sequence[Bar]) -> str:
    """Draw one horizontal bar per category, from zero.

    Parameters
    ----------
    title
        What is shown; the bars are added to it for who does not see them.
    bars
        From top to bottom; sizes are not negative.
    """
    scale = Scale(0, max((bar.size for bar in bars), default=0) or 1, 0, WIDTH - 2 * EDGE)
    parts: list[str] = []
    top: float = 4
    for bar in bars:
        length = round(max(scale.at(bar.size), 1.5 if bar.size else 0), 1)
        said, drop = row_words(bar.label, bar.written, top, EDGE)
        parts += said
        parts.append(
            element(
                "rect",
                x=EDGE,
                y=top + drop + FONT + 6,
                width=length,
                height=10,
                fill=bar.colour,
                stroke=palettes.OUTLINE,
                stroke_width=0.75,
            )
        )
        top += drop + ROW
    listed = " ; ".join(f"{bar.label} : {bar.written}" for bar in bars)
    return chart(f"{title}. {listed}.", parts, top + 6)


def draw_tornado(title: str, swings: Sequence[Swing], lower: str, higher: str) -> str:
    """Draw what each setting changes when it is lowered (left) and raised (right).

    Parameters
    ----------
    title
        What is shown; the rows are added to it for who does not see them.
    swings
        From top to bottom, usually the largest first; sizes are not negative.
    lower, higher
        Words over the two sides.
    """
    most = max((max(one.lower, one.higher) for one in swings), default=0) or 1
    middle = WIDTH / 2
    half = Scale(0, most, 0, middle - EDGE)
    top: float = ROW - 8
    parts = [
        words(lower, middle - 8, FONT + 4, "end"),
        words(higher, middle + 8, FONT + 4),
    ]
    for one in swings:
        left, right = half.at(one.lower), half.at(one.higher)
        said, drop = row_words(one.label, one.written, top, EDGE)
        foot = top + drop + FONT + 6
        parts += [
            *said,
            element("rect", x=round(middle - left, 1), y=foot, width=left, height=10, fill=DATA),
            element("rect", x=middle, y=foot, width=round(right, 1), height=10, fill=ACCENT),
            line(middle, foot - 4, middle, foot + 14, INK),
        ]
        top += drop + ROW
    listed = " ; ".join(f"{one.label} : {one.written}" for one in swings)
    return chart(f"{title}. {lower}, {higher}. {listed}.", parts, top + 6)

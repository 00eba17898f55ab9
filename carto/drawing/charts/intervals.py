"""Intervals: a value and the range it may take, one row each, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing.charts.frame import (
    ACCENT,
    BAND,
    DATA,
    FONT,
    GRID,
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
class Interval:
    """One row: its name, its bounds, its value, and how the value is written.

    `value` is None where only the bounds are known.
    """

    label: str
    low: float
    high: float
    value: float | None
    written: str


def draw_intervals(
    title: str,
    rows: Sequence[Interval],
    bounds: tuple[float, float],
    threshold: tuple[float, str] | None = None,
    ends: tuple[str, str] | None = None,
) -> str:
    """Draw one bar per row, with a dot at its value.

    Parameters
    ----------
    title
        What is shown; the rows are added to it for who does not see them.
    rows
        From top to bottom.
    bounds
        Ends of the scale.
    threshold
        A value marked by a line across the rows, and its words; None for none.
    ends
        How the ends of the scale are written below the rows; None to leave them out.
    """
    scale = Scale(*bounds, EDGE, WIDTH - EDGE)
    top: float = ROW if threshold else 4
    parts: list[str] = []
    bottom = top
    for row in rows:
        drawn, height = _row(row, scale, bottom)
        parts += drawn
        bottom += height
    height = bottom + (FONT + 10 if ends else 6)
    if threshold is not None:
        value, said = threshold
        x = scale.at(value)
        anchor = "end" if x > WIDTH / 2 else "start"
        parts.append(line(x, top - 8, x, height - 4, ACCENT, 1.5))
        parts.append(words(said, x, top - 14, anchor))
    if ends is not None:
        parts.append(words(ends[0], EDGE, bottom + FONT + 2))
        parts.append(words(ends[1], WIDTH - EDGE, bottom + FONT + 2, "end"))
    said = " ; ".join(f"{row.label} : {row.written}" for row in rows)
    return chart(f"{title}. {said}.", parts, height)


def _row(row: Interval, scale: Scale, top: float) -> tuple[list[str], float]:
    """Draw one row: its words above, its bar below; also its height."""
    said, drop = row_words(row.label, row.written, top, EDGE)
    middle = top + drop + FONT + 12
    low, high = scale.at(row.low), scale.at(row.high)
    bar = element(
        "rect",
        x=round(low, 1),
        y=middle - 4,
        width=round(max(high - low, 1.5), 1),
        height=8,
        rx=4,
        fill=BAND,
        stroke=DATA,
    )
    drawn = [
        *said,
        line(scale.start, middle, scale.end, middle, GRID),
        bar,
    ]
    if row.value is not None:
        drawn.append(element("circle", cx=round(scale.at(row.value), 1), cy=middle, r=6, fill=DATA))
    return drawn, drop + ROW

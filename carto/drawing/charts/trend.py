"""Trend: a share over quarters, what was observed, what is projected and within which band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing.charts.frame import (
    ACCENT,
    BAND,
    DATA,
    FONT,
    GRID,
    WIDTH,
    Scale,
    chart,
    line,
    words,
)
from carto.drawing.svg import element
from carto.french import percent, quarter

LEFT, RIGHT, TOP, BOTTOM = 58, 12, 14, 190
HEIGHT = BOTTOM + 2 * FONT + 10


@dataclass(frozen=True)
class Moment:
    """A quarter (`2026-T2`) and its share, with the bounds of a projection or without."""

    quarter: str
    share: float
    low: float | None = None
    high: float | None = None


def draw_trend(
    title: str, observed: Sequence[Moment], projected: Sequence[Moment], target: float
) -> str:
    """Draw a share from quarter to quarter.

    Parameters
    ----------
    title
        What is shown; first and last values are added to it for who does not see them.
    observed
        Published quarters, by rising date; at least one.
    projected
        Quarters to come, by rising date; may be empty.
    target
        Share marked by a line across the chart, 0 to 1.
    """
    every = [*observed, *projected]
    least = min(min(one.share, one.share if one.low is None else one.low) for one in every)
    floor = min(int(least * 10) / 10, target - 0.1)
    up = Scale(floor, 1, BOTTOM, TOP)
    along = Scale(0, max(len(every) - 1, 1), LEFT, WIDTH - RIGHT)
    parts = [
        *_grid(up, floor, target),
        *_band(every, len(observed) - 1, along, up),
        _path(every[: len(observed)], 0, along, up, dashes=None),
        _path(every[len(observed) - 1 :], len(observed) - 1, along, up, dashes="5 4"),
        words(quarter(every[0].quarter), LEFT, BOTTOM + FONT + 8),
    ]
    if len(every) > 1:
        parts.append(words(quarter(every[-1].quarter), WIDTH - RIGHT, BOTTOM + FONT + 8, "end"))
    return chart(f"{title}. {_said(observed, projected)}", parts, HEIGHT)


def _grid(up: Scale, floor: float, target: float) -> list[str]:
    """Draw the lines of the floor, the target and the whole, with their values."""
    drawn = []
    for share, colour in ((floor, GRID), (target, ACCENT), (1.0, GRID)):
        y = up.at(share)
        drawn.append(line(LEFT, y, WIDTH - RIGHT, y, colour))
        drawn.append(words(percent(share, 0), LEFT - 8, y + FONT / 3, "end"))
    return drawn


def _band(every: Sequence[Moment], first: int, along: Scale, up: Scale) -> list[str]:
    """Fill the band of the projection, from the last observed value on."""
    points = [(i, one) for i, one in enumerate(every) if i >= first and one.low is not None]
    if not points:
        return []
    start = f"{along.at(first):.1f} {up.at(every[first].share):.1f}"
    above = [f"{along.at(i):.1f} {up.at(one.high or one.share):.1f}" for i, one in points]
    below = [f"{along.at(i):.1f} {up.at(one.low or 0.0):.1f}" for i, one in reversed(points)]
    return [element("path", d=f"M{'L'.join([start, *above, *below])}Z", fill=BAND, opacity=0.6)]


def _path(
    moments: Sequence[Moment], first: int, along: Scale, up: Scale, *, dashes: str | None
) -> str:
    """Draw a line through the values, and a dot where there is only one."""
    points = [(along.at(first + i), up.at(one.share)) for i, one in enumerate(moments)]
    if len(points) == 1:
        (x, y) = points[0]
        return "" if dashes else element("circle", cx=round(x, 1), cy=round(y, 1), r=4, fill=DATA)
    steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return element(
        "path", d=f"M{steps}", fill="none", stroke=DATA, stroke_width=2.5, stroke_dasharray=dashes
    )


def _said(observed: Sequence[Moment], projected: Sequence[Moment]) -> str:
    """Say the first and last values."""
    first, last = observed[0], observed[-1]
    said = f"{percent(last.share)} au {quarter(last.quarter)}"
    if len(observed) > 1:
        said = f"De {percent(first.share)} au {quarter(first.quarter)} à {said}"
    if projected:
        end = projected[-1]
        said += f" ; estimé à {percent(end.share)} au {quarter(end.quarter)}"
        if end.low is not None and end.high is not None:
            said += f", entre {percent(end.low)} et {percent(end.high)}"
    return f"{said}."

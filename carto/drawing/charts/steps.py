"""Steps: what each one more brings, on top of those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import BAND, DATA, FONT, Scale, chart, words
from carto.drawing.svg import element

# Narrower than other charts: its letters stay readable on a phone.
WIDTH = 350
ROW = 30
EDGE = 12
LABEL = 34


@dataclass(frozen=True)
class StepBar:
    """A step: its name in a few characters, the whole up to it, and how that is written."""

    label: str
    total: float
    written: str


def draw_steps(title: str, steps: Sequence[StepBar]) -> str:
    """Draw the whole that each step reaches, with what it adds in a darker colour.

    Parameters
    ----------
    title
        What is shown; the steps are added to it for who does not see them.
    steps
        From top to bottom; totals are not negative. One that is less than the step before it adds
        nothing.
    """
    longest = max((len(step.written) for step in steps), default=0)
    right = WIDTH - EDGE - 0.62 * FONT * longest - 8
    scale = Scale(0, max((step.total for step in steps), default=0) or 1, EDGE + LABEL, right)
    parts = []
    before = 0.0
    for place, step in enumerate(steps):
        top = 4 + place * ROW
        middle = top + ROW / 2 + FONT / 3
        parts.append(words(step.label, EDGE, middle, bold=True))
        parts.append(_bar(scale, 0.0, min(before, step.total), top, BAND))
        parts.append(_bar(scale, min(before, step.total), step.total, top, DATA))
        parts.append(words(step.written, scale.at(step.total) + 8, middle))
        before = step.total
    said = " ; ".join(f"{step.label} : {step.written}" for step in steps)
    return chart(f"{title}. {said}.", parts, 8 + len(steps) * ROW, WIDTH)


def _bar(scale: Scale, start: float, end: float, top: float, colour: str) -> str:
    """Draw a length from one value to another; nothing when they are the same."""
    left, width = scale.at(start), scale.at(end) - scale.at(start)
    if width <= 0:
        return ""
    return element(
        "rect",
        x=round(left, 1),
        y=round(top + 7, 1),
        width=round(width, 1),
        height=ROW - 14,
        fill=colour,
        stroke=palettes.OUTLINE,
        stroke_width=0.75,
    )

"""Dumbbell: the values of a few territories on one axis, and how far apart they are.

Each territory is a lettered pin; the thick line joins the lowest value to the highest. Pins that
would overlap stand one above the other. References, such as France, are small shapes on the axis.
A territory whose value is absent has no pin: it is said beside the drawing and in its title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import ACCENT, BAND, FONT, GRID, INK, Scale, chart, line, words
from carto.drawing.charts.lines import STROKES
from carto.drawing.svg import element, text

# Narrower than the other charts: several stand side by side, and one fits a phone at full size.
SIDE = 320
EDGE = 16
RADIUS = 11
LANE = 2 * RADIUS + 3
LETTERS = "ABCD"
# Those of the lines over quarters, so that a territory has one colour on a page.
PIN_COLOURS = tuple(colour for colour, _, _ in STROKES)


@dataclass(frozen=True)
class Pin:
    """A territory: its letter, its name, its value (None when absent), how the value is written."""

    letter: str
    nom: str
    value: float | None
    written: str


@dataclass(frozen=True)
class Axis:
    """The scale that all share: its ends, how they are written, and the threshold of an alert."""

    low: float
    high: float
    ends: tuple[str, str]
    threshold: tuple[float, str] | None = None


def draw_dumbbell(
    title: str, pins: Sequence[Pin], axis: Axis, references: Sequence[Pin] = ()
) -> str:
    """Draw the values of a few territories on one axis.

    Parameters
    ----------
    title
        What is shown, with its unit; the values are added to it for who does not see them.
    pins
        At most four, with letters among `LETTERS`.
    axis
        The scale.
    references
        Values to stand beside, at most two; their letters are not drawn.
    """
    scale = Scale(axis.low, axis.high, EDGE, SIDE - EDGE)
    known = sorted(
        ((scale.at(pin.value), pin) for pin in pins if pin.value is not None),
        key=lambda placed: (placed[0], placed[1].letter),
    )
    lanes = _lanes([x for x, _ in known])
    top = FONT + 10 if axis.threshold else 2
    foot = top + max(lanes, default=0) * LANE + 2 * RADIUS + 10
    parts = [line(EDGE, foot, SIDE - EDGE, foot, GRID, 2)]
    if len(known) > 1:
        parts.append(line(known[0][0], foot, known[-1][0], foot, BAND, 7))
    parts += _threshold(axis, scale, foot)
    middles = [foot - 10 - RADIUS - lane * LANE for lane in lanes]
    for (x, pin), middle in zip(known, middles, strict=True):
        parts += _stem(x, foot, middle, pin)
    for (x, pin), middle in zip(known, middles, strict=True):
        parts += _disc(x, middle, pin)
    for rank, reference in enumerate(references):
        if reference.value is not None:
            parts.append(reference_mark(rank, scale.at(reference.value), foot))
    below = foot + FONT + 10
    parts += [words(axis.ends[0], EDGE, below), words(axis.ends[1], SIDE - EDGE, below, "end")]
    said = " ; ".join(f"{pin.nom} : {pin.written}" for pin in (*pins, *references))
    return chart(f"{title}. {said}.", parts, below + 6, SIDE)


def pin_colour(letter: str) -> str:
    """Colour of the pin of a letter.

    >>> pin_colour("B")
    '#9c2c10'
    """
    return PIN_COLOURS[LETTERS.index(letter)]


def reference_mark(rank: int, x: float, y: float) -> str:
    """Draw the mark of the first reference, a diamond, or of the second, a triangle."""
    size = 7
    corners = (
        f"M{x:.1f} {y - size:.1f}l{size} {size}l{-size} {size}l{-size} {-size}z"
        if rank == 0
        else f"M{x:.1f} {y - size:.1f}l{size} {2 * size - 1}h{-2 * size}z"
    )
    return element("path", d=corners, fill=palettes.PAPER, stroke=INK, stroke_width=2)


def _lanes(positions: Sequence[float]) -> list[int]:
    """Give each pin the lowest lane where it touches no other; positions rise.

    >>> _lanes([10, 20, 60, 65, 70])
    [0, 1, 0, 1, 2]
    """
    last: list[float] = []
    lanes = []
    for x in positions:
        lane = next((i for i, taken in enumerate(last) if x - taken >= LANE), len(last))
        last[lane:] = [x, *last[lane + 1 :]]
        lanes.append(lane)
    return lanes


def _stem(x: float, foot: float, middle: float, pin: Pin) -> list[str]:
    """Draw what leads from a disc to its exact value on the axis."""
    colour = pin_colour(pin.letter)
    return [
        line(x, middle, x, foot, colour, 2),
        element("circle", cx=round(x, 1), cy=foot, r=4, fill=colour),
    ]


def _disc(x: float, middle: float, pin: Pin) -> list[str]:
    """Draw a disc and its letter."""
    return [
        element(
            "circle",
            cx=round(x, 1),
            cy=round(middle, 1),
            r=RADIUS,
            fill=pin_colour(pin.letter),
            stroke=palettes.HALO,
            stroke_width=2,
        ),
        element(
            "text",
            text(pin.letter),
            x=round(x, 1),
            y=round(middle + 4.5, 1),
            text_anchor="middle",
            font_weight=700,
            fill=palettes.HALO,
        ),
    ]


def _threshold(axis: Axis, scale: Scale, foot: float) -> list[str]:
    """Mark the threshold of an alert, its words at the top."""
    if axis.threshold is None:
        return []
    value, said = axis.threshold
    x = scale.at(value)
    anchor = "end" if x > SIDE / 2 else "start"
    return [
        line(x, FONT + 4, x, foot + 6, ACCENT, 1.5),
        element("g", words(said, x, FONT - 1, anchor), fill=ACCENT),
    ]

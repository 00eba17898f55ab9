"""Histogram: how many territories have which value, coloured by class, and where one stands.

Bars are as wide as a round step, so that class bounds such as 50 or 95 % fall between two of them;
a bar across a bound has both colours. What lies far beyond all others is gathered in the last bar.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.charts.frame import ACCENT, FONT, GRID, INK, Scale, chart, line, words
from carto.drawing.charts.mark_labels import GAP, LaidLabel, lay_labels
from carto.drawing.svg import element
from carto.drawing.wording import threshold

SIDE = 300
EDGE = 10
FEWEST_BARS, MOST_BARS = 8, 24
LOW, TALL = 64, 120
_USUAL = 0.98
_STEPS = (1, 2, 2.5, 5)


@dataclass(frozen=True)
class Bar:
    """Values from `low` to `high`: how many have each colour, from the foot up."""

    low: float
    high: float
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many values the bar holds."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True)
class Bars:
    """The bars of a histogram.

    Attributes
    ----------
    bars
        From the lowest values to the highest.
    is_open
        Whether the last one holds all that is beyond.
    are_whole
        Whether values are whole numbers, one bar each.
    """

    bars: tuple[Bar, ...]
    is_open: bool
    are_whole: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """Where the first bar starts and the last one stops."""
        return self.bars[0].low, self.bars[-1].high


@dataclass(frozen=True)
class Mark:
    """A value marked over the bars: where somebody stands, or the threshold of an alert."""

    value: float
    label: str
    is_here: bool = True


def count_bars(
    values: Sequence[tuple[float, str]],
    bounds: Sequence[float] = (),
    *,
    is_left_open: bool = False,
) -> Bars:
    """Count values in bars of one round step.

    Parameters
    ----------
    values
        Each with the colour of its class; at least one.
    bounds
        Of the classes: a step that falls on all of them is preferred.
    is_left_open
        Whether a value equal to a bound is below it.
    """
    known = sorted(value for value, _ in values)
    usual = known[math.ceil(_USUAL * len(known)) - 1]
    is_open = known[-1] - known[0] > 2 * (usual - known[0]) > 0
    highest = usual if is_open else known[-1]
    are_whole = highest - known[0] < MOST_BARS and all(value.is_integer() for value in known)
    step = 1.0 if are_whole else round_step(highest - known[0], bounds)
    first = math.floor(known[0] / step)
    count = max(1, math.ceil(round(highest / step - first, 9)) + are_whole)
    found: list[Counter[str]] = [Counter() for _ in range(count)]
    for value, colour in values:
        place = round(value / step - first, 9)
        is_before = is_left_open and not are_whole
        index = math.ceil(place) - 1 if is_before else math.floor(place)
        found[min(max(index, 0), count - 1)][colour] += 1
    colours = list(dict.fromkeys(colour for _, colour in sorted(values)))
    bars = (
        Bar(
            round((first + index) * step, 9),
            round((first + index + 1) * step, 9),
            tuple((colour, counts[colour]) for colour in colours if counts[colour]),
        )
        for index, counts in enumerate(found)
    )
    return Bars(tuple(bars), is_open, are_whole)


def round_step(span: float, bounds: Sequence[float] = ()) -> float:
    """Find a round step that makes enough bars of a span, and not too many.

    >>> round_step(100), round_step(9), round_step(1.3), round_step(0)
    (5.0, 0.5, 0.1, 1.0)
    >>> round_step(32), round_step(32, (5, 10, 15, 20))
    (2.0, 2.5)
    """
    if span <= 0:
        return 1.0
    power = math.floor(math.log10(span / MOST_BARS))
    steps = [step * 10.0**rank for rank in (power, power + 1) for step in _STEPS]
    few = [step for step in steps if FEWEST_BARS <= span / step <= MOST_BARS]
    return next(
        (step for step in few if all(_is_multiple(bound, step) for bound in bounds)), few[0]
    )


def _is_multiple(value: float, step: float) -> bool:
    """Whether a value is a whole number of steps."""
    return math.isclose(value / step, round(value / step), abs_tol=1e-9)


def draw_histogram(
    title: str, counted: Bars, unit: str, marks: Sequence[Mark] = (), height: int = LOW
) -> str:
    """Draw how many territories have which value.

    Parameters
    ----------
    title
        What is shown; the marks are added to it for who does not see them.
    counted
        The bars, from `count_bars`.
    unit
        Of the values, written at the ends of the scale.
    marks
        Values to mark; one beyond the bars stands at their end.
    height
        Of the highest bar: `LOW` in a legend, `TALL` for a chart of its own.
    """
    low, high = counted.ends
    along = Scale(low, high, EDGE, SIDE - EDGE)
    top = (FONT + 8) * len(marks) + 2
    foot = top + height
    up = Scale(0, max(bar.total for bar in counted.bars), 0, height)
    parts = [part for bar in counted.bars for part in _bar(bar, along, up, foot)]
    parts.append(line(EDGE, foot, SIDE - EDGE, foot, palettes.OUTLINE))
    parts += _ends(counted, unit, foot)
    laid = lay_labels([(along.at(mark.value), mark.label) for mark in marks], SIDE)
    for rank, label in enumerate(laid):
        parts += _mark(marks[label.index], label, FONT + rank * (FONT + 8), foot)
    said = "".join(f" ; {mark.label}" for mark in marks)
    return chart(f"{title}{said}.", parts, foot + FONT + 12, SIDE)


def _bar(bar: Bar, along: Scale, up: Scale, foot: float) -> Iterator[str]:
    """Pile the colours of a bar; a value held by few is still seen."""
    left, right = along.at(bar.low), along.at(bar.high)
    y = foot
    for colour, count in bar.counts:
        tall = max(up.at(count), 1.5)
        y -= tall
        yield element(
            "rect",
            x=round(left + 0.5, 1),
            y=round(y, 1),
            width=round(right - left - 1, 1),
            height=round(tall, 1),
            fill=colour,
            stroke=palettes.OUTLINE,
            stroke_width=0.6,
        )


def _ends(counted: Bars, unit: str, foot: float) -> Iterator[str]:
    """Write the ends of the scale, and its middle."""
    low, high = counted.ends
    if counted.are_whole:
        high -= 1
    more = " et plus" if counted.is_open else ""
    middle = counted.bars[len(counted.bars) // 2].low
    suffix = f" {unit}" if unit else ""
    yield words(f"{threshold(low)}{suffix}", EDGE, foot + FONT + 4)
    if len(counted.bars) > 6:
        x = EDGE + (middle - low) / (counted.ends[1] - low) * (SIDE - 2 * EDGE)
        yield line(x, foot, x, foot + 4, GRID)
        yield words(f"{threshold(middle)}{suffix}", x, foot + FONT + 4, "middle")
    yield words(f"{threshold(high)}{suffix}{more}", SIDE - EDGE, foot + FONT + 4, "end")


def _mark(mark: Mark, label: LaidLabel, y: float, foot: float) -> Iterator[str]:
    """Mark a value: a line across the bars, a dart where somebody stands, and words."""
    colour = INK if mark.is_here else ACCENT
    yield element(
        "path",
        d=f"M{label.at:.1f} {y - FONT + 2:.1f}V{foot:.1f}",
        stroke=colour,
        stroke_width=2 if mark.is_here else 1.5,
        stroke_dasharray=None if mark.is_here else "4 3",
        fill="none",
    )
    if mark.is_here:
        yield element("path", d=f"M{label.at:.1f} {foot:.1f}l-6 -9h12z", fill=colour)
    is_before = label.end <= label.at - GAP
    said = words(
        mark.label, label.end if is_before else label.start, y, "end" if is_before else "start"
    )
    yield element("g", said, fill=colour, font_weight=600 if mark.is_here else None)

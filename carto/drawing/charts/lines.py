"""Lines: the share of a few territories over quarters, each named at its end.

Quarters are spaced by time. A line is broken where a quarter is missing, and a grey band says that
nothing was published there for the first territory. Pieces of one line that do not compare, as two
ways of counting, are never joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from carto.drawing import palettes
from carto.drawing.charts.frame import FONT, GRID, INK, WIDTH, Scale, chart, line, words
from carto.drawing.svg import element
from carto.french import percent, quarter
from carto.quarters import quarter_at, rank_of

LEFT, RIGHT, TOP, BOTTOM = 46, 138, 16, 196
HEIGHT = BOTTOM + FONT + 14
LONGEST_NAME = 16
MOST_YEARS = 4
DOTTED_AT_MOST = 14
_STEP = 0.25
_LABEL = 2 * FONT + 6
_NOTHING = "#f1f1f3"
# Colour, width and dashes: the first line, that of the page, is the boldest.
STROKES: tuple[tuple[str, float, str | None], ...] = (
    ("#0f5361", 3.5, None),
    ("#9c2c10", 2.5, "7 4"),
    ("#4b5c65", 2.5, "2 4"),
    ("#5b3a86", 2.5, "10 3 2 3"),
)


@dataclass(frozen=True)
class Line:
    """A territory: its name, and its shares (0–1) by quarter, in pieces that are not joined."""

    label: str
    pieces: Sequence[Mapping[str, float]]

    @property
    def shares(self) -> dict[str, float]:
        """Every share by quarter, by rising date."""
        together = {name: share for piece in self.pieces for name, share in piece.items()}
        return dict(sorted(together.items()))


def draw_lines(title: str, lines: Sequence[Line]) -> str:
    """Draw shares from quarter to quarter.

    Parameters
    ----------
    title
        What is shown; first and last values are added to it for who does not see them.
    lines
        At most four, that of the page first; one without a quarter is left out.
    """
    drawn = [one for one in lines if one.shares]
    quarters = sorted({name for one in drawn for name in one.shares})
    first, last = rank_of(quarters[0]), rank_of(quarters[-1])
    least = min(share for one in drawn for share in one.shares.values())
    up = Scale(min(int(least / _STEP) * _STEP, 1 - 2 * _STEP), 1, BOTTOM, TOP)
    along = Scale(first, max(last, first + 1), LEFT + 6, WIDTH - RIGHT)
    parts = [
        *_unpublished(drawn[0], along),
        *_grid(up),
        *_dates(first, last, along),
    ]
    for rank, one in reversed(list(enumerate(drawn))):
        parts += _line(one, STROKES[rank], along, up)
    parts += _names(drawn, along, up)
    said = " ; ".join(map(_said, drawn))
    return chart(f"{title}. {said}.", parts, HEIGHT)


def _grid(up: Scale) -> Iterator[str]:
    """Draw a line every quarter of the whole, with its value."""
    steps = round((1 - up.low) / _STEP)
    for step in range(steps + 1):
        share = 1 - step * _STEP
        y = up.at(share)
        yield line(LEFT, y, WIDTH - RIGHT, y, GRID)
        yield words(percent(share, 0), LEFT - 8, y + FONT / 3, "end")


def _dates(first: int, last: int, along: Scale) -> Iterator[str]:
    """Write the years along the foot, or the two ends when there is less than two years."""
    if last - first < 8:
        yield words(_short(first), LEFT, BOTTOM + FONT + 6)
        if last > first:
            yield words(_short(last), WIDTH - RIGHT, BOTTOM + FONT + 6, "end")
        return
    years = [rank for rank in range(first, last + 1) if rank % 4 == 0]
    every = 1 + (len(years) - 1) // MOST_YEARS
    for rank in years[::every]:
        x = along.at(rank)
        yield line(x, BOTTOM, x, BOTTOM + 5, INK)
        yield words(quarter_at(rank)[:4], x, BOTTOM + FONT + 6, "middle")


def _unpublished(one: Line, along: Scale) -> Iterator[str]:
    """Fill the quarters that the first line lacks, and say so where there is room."""
    ranks = [rank_of(name) for name in one.shares]
    for before, after in pairwise(ranks):
        if after - before > 1:
            left, right = along.at(before), along.at(after)
            yield element(
                "rect",
                x=round(left + 5, 1),
                y=TOP,
                width=round(right - left - 10, 1),
                height=BOTTOM - TOP,
                fill=_NOTHING,
            )
            if right - left > 110:
                yield words("rien de publié", (left + right) / 2, TOP + FONT + 4, "middle")


def _line(
    one: Line, stroke: tuple[str, float, str | None], along: Scale, up: Scale
) -> Iterator[str]:
    """Draw a territory: a path where quarters follow, a dot where they are few or alone."""
    colour, width, dashes = stroke
    for run in _runs(one):
        points = [(along.at(rank), up.at(share)) for rank, share in run]
        if len(points) > 1:
            steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
            yield element(
                "path",
                d=f"M{steps}",
                fill="none",
                stroke=colour,
                stroke_width=width,
                stroke_dasharray=dashes,
                stroke_linejoin="round",
            )
        if len(points) == 1 or len(one.shares) <= DOTTED_AT_MOST:
            for x, y in points:
                yield element(
                    "circle",
                    cx=round(x, 1),
                    cy=round(y, 1),
                    r=width + 1,
                    fill=colour,
                    stroke=palettes.HALO,
                )


def _runs(one: Line) -> Iterator[list[tuple[int, float]]]:
    """Part the quarters of each piece where one is missing."""
    for piece in one.pieces:
        run: list[tuple[int, float]] = []
        for name, share in sorted(piece.items()):
            rank = rank_of(name)
            if run and rank - run[-1][0] > 1:
                yield run
                run = []
            run.append((rank, share))
        if run:
            yield run


def _names(drawn: Sequence[Line], along: Scale, up: Scale) -> Iterator[str]:
    """Name each line at its end, apart from one another, with its last value."""
    ends = [(*list(one.shares.items())[-1], rank) for rank, one in enumerate(drawn)]
    order = sorted(range(len(drawn)), key=lambda rank: -ends[rank][1])
    tops = spread([up.at(ends[rank][1]) - FONT for rank in order], _LABEL, 0, HEIGHT)
    left = WIDTH - RIGHT + 22
    for rank, top in zip(order, tops, strict=True):
        name, share, _ = ends[rank]
        colour = STROKES[rank][0]
        x = along.at(rank_of(name))
        yield line(x + 5, up.at(share), left - 4, top + FONT, colour, 0.75)
        label = words(_cut(drawn[rank].label), left, top + FONT - 2, bold=rank == 0)
        value = words(percent(share), left, top + 2 * FONT, bold=True)
        yield element("g", label + value, fill=colour)


def spread(tops: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move rising positions so that they stand apart, between two ends.

    >>> spread([10, 12, 80], 20, 0, 100), spread([70, 75], 20, 0, 100)
    ([10, 30, 80], [60, 80])
    """
    moved: list[float] = []
    for top in tops:
        moved.append(max(top, moved[-1] + apart) if moved else max(top, low))
    limit = high - apart
    for place in range(len(moved) - 1, -1, -1):
        moved[place] = min(moved[place], limit)
        limit = moved[place] - apart
    return moved


def _cut(label: str) -> str:
    """Shorten a long name; the table below the chart has it in full."""
    return label if len(label) <= LONGEST_NAME else f"{label[: LONGEST_NAME - 1].rstrip()}…"


def _short(rank: int) -> str:
    """Write a quarter in a few letters: `T2 2026`."""
    year, which = quarter_at(rank).split("-")
    return f"{which} {year}"


def _said(one: Line) -> str:
    """Say the first and last values of a line."""
    shares = list(one.shares.items())
    name, share = shares[-1]
    said = f"{percent(share)} au {quarter(name)}"
    if len(shares) > 1:
        name, share = shares[0]
        said = f"de {percent(share)} au {quarter(name)} à {said}"
    return f"{one.label}, {said}"

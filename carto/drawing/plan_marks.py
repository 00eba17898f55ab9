"""Marks of a plan, laid over a map: what would open, what would go, where one would drive.

A mark differs from the others by its shape and its letters, never by its colour alone. Its size is
an attribute that a style sheet may enlarge where the map is small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from carto.drawing import palettes
from carto.drawing.near_places import near_groups
from carto.drawing.shapes import Point
from carto.drawing.svg import element, text

RADIUS = 17
_APART = 2 * RADIUS + 2
# Colour and dashes of the rounds, day after day; then again from the first.
ROUNDS: tuple[tuple[str, str | None], ...] = (
    ("#0f5361", None),
    ("#9c2c10", "14 7"),
    ("#5b3a86", "3 8"),
    ("#16262e", "18 6 3 6"),
)
_DISC = "#0f5361"


@dataclass(frozen=True)
class Mark:
    """Something of a plan on the map.

    Attributes
    ----------
    point
        Where, in lengths of the view box.
    letters
        What is written on it: one or two characters.
    said
        What it is, for who points at it.
    name
        What is written beside it; empty for nothing.
    """

    point: Point
    letters: str
    said: str
    name: str = ""


def side_by_side(marks: Sequence[Mark]) -> list[Mark]:
    """Move marks that would cover one another, so that each is seen: in a row, in their order.

    >>> [mark.point for mark in side_by_side([Mark((50, 9), "1", ""), Mark((52, 9), "2", "")])]
    [(32.0, 9), (68.0, 9)]
    """
    moved = list(marks)
    for group in near_groups([mark.point for mark in marks], 2 * RADIUS):
        x, y = marks[group[0]].point
        for rank, index in enumerate(group):
            if len(group) > 1:
                aside = (rank - (len(group) - 1) / 2) * _APART
                moved[index] = replace(marks[index], point=(x + aside, y))
    return moved


def draw_numbers(marks: Sequence[Mark]) -> str:
    """Draw each mark as a full disc with its letters; the first lies above the others."""
    drawn = "".join(
        _mark(mark, element("circle", cx=x, cy=y, r=RADIUS), palettes.HALO)
        for mark in reversed(side_by_side(marks))
        for x, y in [_rounded(mark.point)]
    )
    return _group(drawn, "propositions", _DISC, palettes.HALO)


def draw_crosses(marks: Sequence[Mark]) -> str:
    """Draw each mark as a white square with its letters, crossed at its corner: it goes."""
    drawn = "".join(
        _mark(mark, _crossed_square(*_rounded(mark.point)), palettes.SITE_RING)
        for mark in reversed(side_by_side(marks))
    )
    return _group(drawn, "retraits", palettes.SITE_DISC, palettes.SITE_RING)


def draw_today(points: Sequence[Point]) -> str:
    """Draw places of today as small white squares set on a corner, unlike any other mark."""
    drawn = "".join(
        element("path", d=f"M{x} {y - 8}l8 8l-8 8l-8 -8z")
        for x, y in sorted({_rounded(point) for point in points})
    )
    return _group(drawn, "aujourdhui", palettes.SITE_DISC, palettes.INK, 2)


def draw_rounds(rounds: Sequence[Sequence[Point]]) -> str:
    """Draw closed rounds, each in a colour and dashes of its own, over a white edge."""
    drawn = []
    for rank, points in enumerate(rounds):
        colour, dashes = ROUNDS[rank % len(ROUNDS)]
        path = "L".join(f"{x} {y}" for x, y in map(_rounded, points))
        drawn += [
            element("path", d=f"M{path}Z", stroke=palettes.HALO, stroke_width=9),
            element("path", d=f"M{path}Z", stroke=colour, stroke_width=4, stroke_dasharray=dashes),
        ]
    return element(
        "g",
        "".join(drawn),
        class_="tournees",
        fill="none",
        stroke_linejoin="round",
        pointer_events="none",
    )


def laid_over(svg: str, *drawn: str) -> str:
    """Lay marks over a drawing of the same view box.

    >>> laid_over("<svg><path/></svg>", "<g/>")
    '<svg><path/><g/></svg>'
    """
    return svg.removesuffix("</svg>") + "".join(drawn) + "</svg>"


def _mark(mark: Mark, shape: str, ink: str) -> str:
    """Draw a shape with its letters and its words."""
    x, y = _rounded(mark.point)
    letters = element("text", text(mark.letters), x=x, y=y, dy="0.36em", fill=ink, stroke="none")
    return element("g", element("title", text(mark.said)) + shape + letters)


def _crossed_square(x: int, y: int) -> str:
    """Draw a square round a point, its upper right corner crossed."""
    side, right, top = 2 * RADIUS, x + RADIUS, y - RADIUS
    square = element("rect", x=x - RADIUS, y=top, width=side, height=side)
    cross = f"M{right - 7} {top - 7}l14 14M{right + 7} {top - 7}l-14 14"
    return square + element("path", d=cross, stroke_width=5)


def _group(drawn: str, name: str, fill: str, stroke: str, width: float = 3) -> str:
    """Give marks of one kind their look."""
    return element(
        "g",
        drawn,
        class_=f"marques {name}",
        fill=fill,
        stroke=stroke,
        stroke_width=width,
        font_size=20,
        font_weight="bold",
        text_anchor="middle",
    )


def _rounded(point: Point) -> tuple[int, int]:
    """Put a point on whole lengths."""
    return round(point[0]), round(point[1])

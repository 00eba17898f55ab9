"""The places of a scenario over a map: today's, those that open, change, move or close.

A state has a shape and letters of its own, never a colour alone. Each mark may lead to where it is
changed, and holds its identifier so that a pointer may drag it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from carto.drawing import palettes
from carto.drawing.shapes import Point
from carto.drawing.svg import element, text

RADIUS, SMALL = 17, 9
_DISC = "#0f5361"


class PlaceState(StrEnum):
    """What a scenario does to a place; the order is that of drawing, from below to above."""

    TODAY = "aujourdhui"
    REMOVED = "retire"
    HOURS = "heures"
    MOVED = "deplace"
    ADDED = "ajout"


_LETTERS = {
    PlaceState.TODAY: "",
    PlaceState.REMOVED: "×",
    PlaceState.HOURS: "h",
    PlaceState.MOVED: "→",
    PlaceState.ADDED: "+",
}


@dataclass(frozen=True)
class PlaceMark:
    """A place on the map of a scenario.

    Attributes
    ----------
    id
        What names it in a gesture.
    point
        Where it would be, in the view box.
    state
        What the scenario does to it.
    said
        What it is, for who points at it.
    href
        Where it is changed; empty on an image.
    was
        Where it is today, when it would move.
    is_chosen
        Whether it is the one being changed.
    name
        What the map writes beside it; empty for nothing.
    """

    id: str
    point: Point
    state: PlaceState
    said: str
    href: str = ""
    was: Point | None = None
    is_chosen: bool = False
    name: str = ""


def draw_places(marks: Sequence[PlaceMark]) -> str:
    """Draw the marks, those of today below those that change.

    Parameters
    ----------
    marks
        In the order of their list; of one state, the chosen one lies above the others.
    """
    order = list(PlaceState)
    drawn = sorted(marks, key=lambda mark: (order.index(mark.state), mark.is_chosen))
    return element(
        "g",
        "".join(map(_moved_from, drawn)) + "".join(map(_mark, drawn)),
        class_="lieux-scenario",
        stroke_width=2.5,
        font_size=22,
        font_weight="bold",
        text_anchor="middle",
    )


def _moved_from(mark: PlaceMark) -> str:
    """Draw the way from where a place is today."""
    if mark.was is None:
        return ""
    (x, y), (to_x, to_y) = mark.was, mark.point
    way = f"M{x:g} {y:g}L{to_x:g} {to_y:g}"
    dashes = element("path", d=way, stroke=_DISC, stroke_width=4, stroke_dasharray="9 6")
    start = element("circle", cx=x, cy=y, r=6, fill=palettes.PAPER, stroke=_DISC)
    return element("g", dashes + start, pointer_events="none")


def _mark(mark: PlaceMark) -> str:
    """Draw a mark, as a link when it leads somewhere."""
    x, y = mark.point
    parts = [element("title", text(mark.said))]
    if mark.is_chosen:
        size = RADIUS + 7 if mark.state != PlaceState.TODAY else SMALL + 7
        parts.append(
            element("circle", cx=x, cy=y, r=size, fill="none", stroke=palettes.INK, stroke_width=4)
        )
    parts.append(_shape(mark.state, mark.point))
    letters = _LETTERS[mark.state]
    if letters:
        ink = palettes.SITE_RING if mark.state == PlaceState.REMOVED else palettes.HALO
        parts.append(element("text", letters, x=x, y=y, dy="0.34em", fill=ink, stroke="none"))
    drawn = "".join(parts)
    if not mark.href:
        return element("g", drawn)
    return element("a", drawn, href=mark.href, tabindex=-1, data_lieu=mark.id)


def _shape(state: PlaceState, point: Point) -> str:
    """Draw the shape of a state: a white disc, a white square, a full disc."""
    x, y = point
    if state == PlaceState.TODAY:
        return element(
            "circle", cx=x, cy=y, r=SMALL, fill=palettes.SITE_DISC, stroke=palettes.SITE_RING
        )
    if state == PlaceState.REMOVED:
        return element(
            "rect",
            x=round(x - RADIUS + 3, 1),
            y=round(y - RADIUS + 3, 1),
            width=2 * RADIUS - 6,
            height=2 * RADIUS - 6,
            fill=palettes.SITE_DISC,
            stroke=palettes.SITE_RING,
            stroke_width=3,
        )
    return element("circle", cx=x, cy=y, r=RADIUS, fill=_DISC, stroke=palettes.HALO)

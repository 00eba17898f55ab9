"""The frames of a national map that have a scale of their own: drawn and named, never measured."""

from __future__ import annotations

from collections.abc import Sequence

from carto.drawing import palettes
from carto.drawing.shapes import Inset
from carto.drawing.svg import element, text

NAME_SIZE = 16
NAME_RISE = 9


def draw_insets(insets: Sequence[Inset]) -> str:
    """Draw the border and the name of each inset; nothing without one."""
    if not insets:
        return ""
    return element(
        "g",
        "".join(_border(inset) + _name(inset) for inset in insets),
        class_="encadres",
        font_size=NAME_SIZE,
        text_anchor="middle",
        pointer_events="none",
    )


def _border(inset: Inset) -> str:
    """Draw the border of an inset."""
    return element(
        "rect",
        x=inset.x,
        y=inset.y,
        width=inset.width,
        height=inset.height,
        fill="none",
        stroke=palettes.OUTLINE,
    )


def _name(inset: Inset) -> str:
    """Name an inset, at its foot."""
    return element(
        "text",
        text(inset.nom),
        x=inset.x + inset.width / 2,
        y=inset.y + inset.height - NAME_RISE,
        fill=palettes.INK,
    )

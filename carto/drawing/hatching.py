"""Hatch patterns: one for the worst class over its colour, one for missing data over grey."""

from __future__ import annotations

from carto.drawing import palettes
from carto.drawing.legend import LegendEntry
from carto.drawing.svg import element

STEP = 9


def patterns(entries: list[LegendEntry], prefix: str) -> str:
    """Write the `<defs>` of the patterns that a legend needs.

    Parameters
    ----------
    entries
        Legend of the map.
    prefix
        Start of the identifiers, unique to the map in its page.
    """
    worst = (
        _pattern(f"{prefix}-pire", entry.colour, palettes.HATCH_ON_COLOUR, 45)
        for entry in entries
        if entry.is_worst
    )
    missing = _pattern(f"{prefix}-absente", palettes.MISSING, palettes.HATCH_ON_MISSING, -45)
    return element("defs", "".join((*worst, missing)))


def fill(entry: LegendEntry, prefix: str) -> str:
    """Fill of a class: its colour, or its pattern."""
    if entry.index is None:
        return f"url(#{prefix}-absente)"
    return f"url(#{prefix}-pire)" if entry.is_worst else entry.colour


def _pattern(identifier: str, ground: str, line: str, angle: int) -> str:
    """One pattern of parallel lines over a ground."""
    return element(
        "pattern",
        element("rect", width=STEP, height=STEP, fill=ground)
        + element("path", d=f"M0 0V{STEP}", stroke=line, stroke_width=2),
        id=identifier,
        width=STEP,
        height=STEP,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({angle})",
    )

"""Names that marks leave legible: those of what is marked first, then those of the main towns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from carto.drawing.name_placement import Label, place_names
from carto.drawing.shapes import MapShapes, Point
from carto.drawing.static_map import NAME_SIZE

# A name on its point stands so much lower, in sizes of its letters.
_BASELINE = 0.35
_MOST = 30


def named_around(
    shapes: MapShapes,
    named: Sequence[tuple[str, Point]],
    radius: float,
    small: Iterable[Point] = (),
) -> MapShapes:
    """Name what is marked above or below its mark, and move the names of towns that marks hide.

    Parameters
    ----------
    shapes
        The map.
    named
        Name and point of each mark; an empty name is not written, its mark stays clear of others.
    radius
        Of the marks.
    small
        Points of smaller marks, half as wide.

    Returns
    -------
    MapShapes
        The same, with the names that find room, the first marks first.
    """
    said = {name for name, _ in named}
    marked = [
        Label(name, x, y, len(named) - rank) for rank, (name, (x, y)) in enumerate(named) if name
    ]
    towns = [
        Label(name, x, y - _BASELINE * NAME_SIZE, -rank)
        for rank, (name, (x, y)) in enumerate(shapes.names.items())
        if name not in said
    ]
    taken = [(x, y, radius) for _, (x, y) in named] + [(x, y, radius / 2) for x, y in small]
    placed = place_names([*marked, *towns], NAME_SIZE, shapes.width, taken, _MOST)
    return replace(shapes, names={name.words: (name.x, name.baseline) for name in placed})

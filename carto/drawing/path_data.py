"""SVG path data of shapes already placed in a view box, for all shapes of a map at once."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A ring that rounds to less than a triangle is drawn as one, half a pixel wide; a line that rounds
# to a point is left out.
_SMALLEST = "l.5 0-.5 .5z"


def path_data(shapes: NDArray[np.object_]) -> list[str]:
    """Write polygons or lines as SVG path data: absolute starts, relative steps, half pixels.

    Parameters
    ----------
    shapes
        Polygons, lines or collections of either, in units of the view box, shape (n,).

    Returns
    -------
    list of str
        One text per shape; empty for an empty shape.

    Examples
    --------
    >>> path_data(np.array([shapely.box(0, 0, 10, 2.5)]))
    ['M10 0l0 2.5-10 0 0-2.5z']
    """
    parts, shape_of_part = shapely.get_parts(shapes, return_index=True)
    is_line = (shapely.get_dimensions(parts) == 1) & ~shapely.is_empty(parts)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    lines = np.concatenate([rings, parts[is_line]])
    shape_of = np.concatenate([shape_of_part[part_of_ring], shape_of_part[is_line]])
    texts = [""] * len(shapes)
    for shape, text in zip(shape_of, _traces(lines), strict=True):
        texts[shape] += text
    return texts


def _traces(lines: NDArray[np.object_]) -> list[str]:
    """Write each ring or line."""
    is_ring = shapely.get_type_id(lines) == shapely.GeometryType.LINEARRING
    points, line = shapely.get_coordinates(lines, return_index=True)
    halves = np.rint(points * 2).astype(np.int64)
    is_first = np.diff(line, prepend=-1) != 0
    is_closing = (np.diff(line, append=-1) != 0) & is_ring[line]
    has_moved = np.any(np.diff(halves, axis=0, prepend=0) != 0, axis=1)
    kept = is_first | (has_moved & ~is_closing)
    halves, line, is_first = halves[kept], line[kept], is_first[kept]
    steps = np.where(is_first[:, np.newaxis], halves, np.diff(halves, axis=0, prepend=0))
    words = _words(steps.ravel())
    starts = 2 * np.flatnonzero(is_first)
    texts = []
    for start, end, closed in zip(starts, [*starts[1:], len(words)], is_ring, strict=True):
        head = f"M{words[start].lstrip()}{words[start + 1]}"
        if closed and end - start < 6:
            texts.append(head + _SMALLEST)
        elif end - start < 4:
            texts.append("")
        else:
            steps_text = "".join(words[start + 2 : end]).lstrip()
            texts.append(f"{head}l{steps_text}{'z' if closed else ''}")
    return texts


def _words(halves: Ints) -> list[str]:
    """Write counts of halves as decimals, each with the separator it needs after another.

    >>> _words(np.array([21, -1, 0, 4]))
    [' 10.5', '-.5', ' 0', ' 2']
    """
    values, which = np.unique(halves, return_inverse=True)
    words = np.array([_word(int(half)) for half in values], dtype=object)
    return list(words[which])


def _word(half: int) -> str:
    """Write one count of halves."""
    whole, rest = divmod(abs(half), 2)
    return f"{'-' if half < 0 else ' '}{whole or ('' if rest else 0)}{'.5' if rest else ''}"

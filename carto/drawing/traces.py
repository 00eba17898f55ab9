"""Lines as SVG path data: absolute starts, relative steps, half pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A ring that rounds to less than a triangle is drawn as one, half a pixel wide; a line that rounds
# to a point is left out.
_SMALLEST = "l.5 0-.5 .5z"


def traces(points: NDArray[np.float64], line: Ints, is_ring: NDArray[np.bool_]) -> list[str]:
    """Write rings and lines, one text each; empty for a line that rounds to a point.

    Parameters
    ----------
    points
        Vertices in units of the view box, line after line, shape (n, 2); rings end where they
        start.
    line
        Rank of the line of each vertex, from 0, rising.
    is_ring
        Whether each line is a ring.

    Examples
    --------
    >>> square = np.array([[10, 0], [10, 2.5], [0, 2.5], [0, 0], [10, 0]])
    >>> traces(square, np.zeros(5, dtype=np.int64), np.array([True]))
    ['M10 0l0 2.5-10 0 0-2.5z']
    """
    halves = np.rint(points * 2).astype(np.int64)
    is_first = np.diff(line, prepend=-1) != 0
    is_closing = (np.diff(line, append=-1) != 0) & is_ring[line]
    has_moved = np.any(np.diff(halves, axis=0, prepend=0) != 0, axis=1)
    kept = is_first | (has_moved & ~is_closing)
    halves, is_first = halves[kept], is_first[kept]
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

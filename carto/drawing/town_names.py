"""The names of towns written on a map: the most populated that cover no other, nor a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from carto.drawing.shapes import Point

MAX_NAMES = 14
NAME_HEIGHT = 22.0
LETTER_WIDTH = 10.5
NAME_SHIFTS = (0, -14, 14, -26, 26, -38)
SITE_ROOM = 11.0


def choose_names(
    towns: Sequence[tuple[str, Point]], sites: Iterable[Point], width: int
) -> dict[str, Point]:
    """Place names where they cover no other name, nor place.

    Parameters
    ----------
    towns
        Name and point of each town, the most populated first.
    sites
        Points of the places.
    width
        Width of the view box.

    Returns
    -------
    dict
        Middle of the baseline by name, at most `MAX_NAMES`.
    """
    taken = np.array([(x, y, SITE_ROOM) for x, y in sites]).reshape(-1, 3)
    chosen: dict[str, Point] = {}
    for nom, (x, y) in towns:
        half = LETTER_WIDTH * len(nom) / 2
        if nom in chosen or not half <= x <= width - half:
            continue
        free = (y + shift for shift in NAME_SHIFTS if _is_free((x, y + shift, half), taken))
        baseline = next(free, None)
        if baseline is not None:
            chosen[nom] = (x, baseline)
            taken = np.vstack([taken, (x, baseline, half)])
        if len(chosen) == MAX_NAMES:
            break
    return chosen


def _is_free(label: tuple[float, float, float], taken: NDArray[np.float64]) -> bool:
    """Whether a label (middle, baseline, half width) covers none of those already placed."""
    x, y, half = label
    beside = np.abs(taken[:, 0] - x) > taken[:, 2] + half
    return bool((beside | (np.abs(taken[:, 1] - y) > NAME_HEIGHT)).all())

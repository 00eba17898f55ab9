"""Places too close to be told apart on a map are drawn as one, with their number."""

from __future__ import annotations

import math
from collections.abc import Iterable

Point = tuple[float, float]


def near_groups(points: Iterable[Point], distance: float) -> list[list[int]]:
    """Group points that lie close to the first of their group.

    Parameters
    ----------
    points
        In the order of the places.
    distance
        Under which two points are close.

    Returns
    -------
    list of list of int
        Positions of the points of each group, in their order; each point is in one group.

    Examples
    --------
    >>> near_groups([(0, 0), (50, 0), (3, 4)], 10)
    [[0, 2], [1]]
    """
    groups: list[list[int]] = []
    firsts: list[Point] = []
    for index, point in enumerate(points):
        near = (rank for rank, first in enumerate(firsts) if math.dist(point, first) < distance)
        found = next(near, None)
        if found is None:
            groups.append([index])
            firsts.append(point)
        else:
            groups[found].append(index)
    return groups

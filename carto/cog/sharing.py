"""Counts of a commune that was divided, shared among those it became.

Nobody published how many of them are where. They are shared in proportion to present population, so
that nothing is counted twice and a territory that holds all the parts keeps its sum. The first
count of a row (premises, people) is shared so, and the others in proportion to it: each part then
has the rate of the whole, as nearly as whole numbers allow, and never more than it can hold.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Number = int | float


def share_counts(
    counts: Mapping[str, Number | None], weights: Mapping[str, float]
) -> dict[str, dict[str, Number | None]]:
    """Share each count among the heirs of a commune.

    Parameters
    ----------
    counts
        Column → count of the whole, None when it is missing; the order of the columns matters.
    weights
        Heir → its population; NaN when unknown.

    Returns
    -------
    dict
        Heir → column → its part. Parts are whole when the count is, and add up to it. They are
        None when the count is missing, or when populations are unknown or all zero.

    Examples
    --------
    >>> share_counts({"locaux": 10, "locaux_raccordables": 9}, {"a": 300.0, "b": 100.0})
    {'a': {'locaux': 8, 'locaux_raccordables': 7}, 'b': {'locaux': 2, 'locaux_raccordables': 2}}
    """
    heirs = sorted(weights)
    proportions: Sequence[float] = [weights[heir] for heir in heirs]
    parts: dict[str, dict[str, Number | None]] = {heir: {} for heir in heirs}
    is_first = True
    for column, count in counts.items():
        shared = _shared(count, proportions)
        for place, heir in enumerate(heirs):
            parts[heir][column] = shared[place] if shared else None
        if is_first and shared and sum(shared) > 0:
            proportions, is_first = shared, False
    return parts


def _shared(count: Number | None, proportions: Sequence[float]) -> list[Number] | None:
    """Share one count; whole numbers by the largest remainder, the first heir winning ties."""
    total = math.fsum(proportions)
    if count is None or not total > 0:
        return None
    exact = [count * proportion / total for proportion in proportions]
    if not isinstance(count, int):
        return list(exact)
    parts = [math.floor(part) for part in exact]
    by_rest = sorted(range(len(parts)), key=lambda heir: (parts[heir] - exact[heir], heir))
    for heir in by_rest[: count - sum(parts)]:
        parts[heir] += 1
    return list(parts)

"""Staff of places: the working time of one mediator shared among the places where they work.

    share of a place = its declared hours / those of all places of the mediator
                     = 1 / number of places, as soon as the hours of one are unknown

Shares of a mediator add up to their working time: it is counted once, however many places list it.
"""

from __future__ import annotations

from collections.abc import Sequence


def shares_of_time(hours: Sequence[float | None]) -> list[float]:
    """Share the working time of a mediator among their places.

    Parameters
    ----------
    hours
        Declared hours a year of each place, None when unknown.

    Returns
    -------
    list of float
        One share for each place, 1 in all: by declared hours when all are known, else equal.

    Raises
    ------
    ValueError
        Without a place.

    Examples
    --------
    >>> shares_of_time([300.0, 100.0]), shares_of_time([300.0, None])
    ([0.75, 0.25], [0.5, 0.5])
    """
    if not hours:
        raise ValueError("a mediator without a place")
    known = [value for value in hours if value is not None]
    total = sum(known)
    if len(known) < len(hours) or total <= 0:
        return [1 / len(hours)] * len(hours)
    return [value / total for value in known]

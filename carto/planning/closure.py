"""What it costs to withdraw places: whose trips grow, and the withdrawals that lengthen least.

    min  Σ_i P_i · (t'_i − t_i)      t' the time to the nearest place that remains

It is a p-median read backwards, solved exactly: a commune is pushed to its place of rank r + 1 when
the r nearest are all withdrawn, so only the first ranks, up to one that stays, are written. Of two
sets that lengthen trips as much, to one person-minute, the one of the places of fewest hours is
given, then the first ids.

These figures ignore who comes, who works there, the building, and what else a place is for: they
say what a withdrawal would cost to those around, never that a place should close.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.planning.solver import Program, minimise

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

LIMIT_S = 20.0
# Minutes that stand for a place that no road leads to any more: more than any real trip.
OUT_OF_REACH_MIN = 240.0


@dataclass(frozen=True, eq=False)
class Withdrawals:
    """Places whose withdrawal lengthens trips least.

    Attributes
    ----------
    places
        Their positions, rising.
    person_minutes
        Minutes that it adds to the trips to the nearest place, times the people who make them.
    gap
        Share by which less may be possible, when time ran out; 0 when nothing is less.
    """

    places: Integers
    person_minutes: float
    gap: float


def least_lengthening(
    minutes: Floats, people: Floats, may_close: Bools, hours: Floats, count: int
) -> Withdrawals:
    """Find the withdrawals that lengthen trips least.

    Parameters
    ----------
    minutes
        Communes × places; infinite where there is no way.
    people
        Of each commune; NaN, unknown, weighs nothing.
    may_close
        Which places the question is about; the others stay.
    hours
        Of each place, in any unit: they break ties.
    count
        How many places are withdrawn.

    Raises
    ------
    ValueError
        When there are not so many places.

    Examples
    --------
    >>> times = np.array([[2.0, 9.0, 9.0], [8.0, 3.0, 4.0]])
    >>> found = least_lengthening(
    ...     times, np.array([100.0, 10.0]), np.full(3, True), np.array([5.0, 20.0, 20.0]), 1)
    >>> found.places.tolist(), found.person_minutes
    ([2], 0.0)
    """
    if not 1 <= count <= np.count_nonzero(may_close):
        raise ValueError(f"{count} places of {np.count_nonzero(may_close)} cannot be withdrawn.")
    asked = np.flatnonzero(may_close)
    weight = np.nan_to_num(people)
    program = _program(_reached(minutes), weight, may_close, hours, count)
    answer = minimise(program, LIMIT_S)
    places = asked[answer.values[: len(asked)] > 0.5]
    return Withdrawals(places, lengthening(minutes, people, places), answer.gap)


def lengthening(minutes: Floats, people: Floats, withdrawn: Integers) -> float:
    """Person-minutes that withdrawing some places adds.

    >>> lengthening(np.array([[2.0, 9.0]]), np.array([100.0]), np.array([0]))
    700.0
    """
    reached = _reached(minutes)
    after = np.delete(reached, withdrawn, axis=1).min(axis=1, initial=OUT_OF_REACH_MIN)
    before = reached.min(axis=1, initial=OUT_OF_REACH_MIN)
    return float(np.nan_to_num(people) @ (after - before))


def _reached(minutes: Floats) -> Floats:
    """Give a finite time to places that no road leads to."""
    return np.minimum(minutes, OUT_OF_REACH_MIN)


def _program(
    reached: Floats, weight: Floats, may_close: Bools, hours: Floats, count: int
) -> Program:
    """Write the withdrawals as a program: which places, then which communes are pushed how far."""
    asked = np.flatnonzero(may_close)
    variable = np.full(len(may_close), -1)
    variable[asked] = np.arange(len(asked))
    # A place out of reach of all stands at the end of every list, so that each list has an end.
    times = np.column_stack([reached, np.full(len(reached), OUT_OF_REACH_MIN)])
    first = np.argsort(times, axis=1, kind="stable")[:, : count + 1]
    sorted_times = np.take_along_axis(times, first, axis=1)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    upper: list[float] = []
    cost: list[float] = []
    for commune in np.flatnonzero(weight > 0):
        for rank in range(1, first.shape[1]):
            nearer = first[commune, :rank]
            if not np.append(may_close, False)[nearer].all():
                break
            added = sorted_times[commune, rank] - sorted_times[commune, rank - 1]
            if added <= 0:
                continue
            # All the nearer ones are withdrawn: the commune is pushed to this rank.
            row, pushed = len(upper), len(asked) + len(cost)
            rows += [row] * (rank + 1)
            columns += [*variable[nearer], pushed]
            values += [1.0] * rank + [-1.0]
            upper.append(rank - 1.0)
            cost.append(weight[commune] * added)
    rank_of_hours = np.empty(len(asked))
    rank_of_hours[np.lexsort((asked, hours[asked]))] = np.arange(len(asked))
    return Program(
        # All that breaks ties is together less than one person-minute.
        cost=np.concatenate([rank_of_hours / (len(asked) * count), cost]),
        whole=len(asked),
        row=np.array(rows + [len(upper)] * len(asked), dtype=np.int64),
        column=np.array([*columns, *range(len(asked))], dtype=np.int64),
        value=np.array(values + [1.0] * len(asked)),
        lower=np.array([-np.inf] * len(upper) + [float(count)]),
        upper=np.array([*upper, float(count)]),
    )

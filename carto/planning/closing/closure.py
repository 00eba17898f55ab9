"""What it costs to withdraw places: the withdrawals that lengthen trips least.

    min  Σ_i P_i · (t'_i − t_i)  +  Σ_i s_i          t' the time to the nearest place that remains
         s_i ≥ Σ_j b_ij − e_i,   s_i ≥ 0             b_ij hours a week that j brings to commune i,
                                                     e_i those that it has beyond the reference

The first sum, person-minutes, is a p-median read backwards: a commune is pushed to its place of
rank r + 1 when the r nearest are all withdrawn, so only the first ranks, up to one that stays, are
written. The second, the hours a week that come to be missing, weighs next to nothing beside it: it
settles the many withdrawals that lengthen no trip. Then fewer hours, then the first ids.

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
class Stakes:
    """What n communes may lose of m places.

    Attributes
    ----------
    minutes
        Communes × places; infinite where there is no way.
    people
        Of each commune; NaN, unknown, weighs nothing.
    may_close
        Which places the question is about; the others stay.
    brought
        Hours a week that each place brings to all the people of each commune, communes × places.
    spare
        Hours a week that the people of each commune have beyond the reference; 0 where they lack
        some already.
    """

    minutes: Floats
    people: Floats
    may_close: Bools
    brought: Floats
    spare: Floats


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


def least_lengthening(stakes: Stakes, count: int, limit_s: float = LIMIT_S) -> Withdrawals:
    """Find the withdrawals that lengthen trips least.

    Parameters
    ----------
    stakes
        What may be lost.
    count
        How many places are withdrawn.
    limit_s
        Seconds after which the best answer so far is given, with its gap.

    Raises
    ------
    ValueError
        When there are not so many places.

    Examples
    --------
    >>> times = np.array([[2.0, 9.0, 9.0], [8.0, 3.0, 4.0]])
    >>> hours = np.array([[5.0, 0.0, 0.0], [0.0, 20.0, 20.0]])
    >>> stakes = Stakes(times, np.array([100.0, 10.0]), np.full(3, True), hours, np.zeros(2))
    >>> found = least_lengthening(stakes, 1)
    >>> found.places.tolist(), found.person_minutes
    ([2], 0.0)
    """
    asked = np.flatnonzero(stakes.may_close)
    if not 1 <= count <= len(asked):
        raise ValueError(f"{count} places of {len(asked)} cannot be withdrawn.")
    answer = minimise(_program(stakes, asked, count), limit_s)
    places = asked[answer.values[: len(asked)] > 0.5]
    return Withdrawals(places, lengthening(stakes.minutes, stakes.people, places), answer.gap)


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


class _Rows:
    """Rows of a program, under construction: Σ value · variable ≤ upper."""

    def __init__(self, variables: int) -> None:
        self.row: list[Integers] = []
        self.column: list[Integers] = []
        self.value: list[Floats] = []
        self.upper: list[float] = []
        self.cost: list[float] = []
        self.most: list[float] = []
        self._first = variables

    def pay(
        self, columns: Integers, values: Floats, spared: float, cost: tuple[float, float]
    ) -> None:
        """Add a variable of at least Σ value · column − spared: its cost, the most it can be."""
        own = self._first + len(self.cost)
        self.row.append(np.full(len(columns) + 1, len(self.upper)))
        self.column.append(np.append(columns, own))
        self.value.append(np.append(values, -1.0))
        self.upper.append(spared)
        self.cost.append(cost[0])
        self.most.append(cost[1])

    def paid(self, withdrawn: Floats) -> Floats:
        """Give the least value of each variable once some places are withdrawn (1) or not (0)."""
        sums = [
            float(value[:-1] @ withdrawn[column[:-1]])
            for column, value in zip(self.column, self.value, strict=True)
        ]
        return np.maximum(np.array(sums, dtype=float) - self.upper, 0)


def _program(stakes: Stakes, asked: Integers, count: int) -> Program:
    """Write the withdrawals as a program: the places, the trips they lengthen, the hours."""
    variable = np.full(len(stakes.may_close) + 1, -1)
    variable[asked] = np.arange(len(asked))
    rows = _Rows(len(asked))
    _add_trips(rows, stakes, variable, count)
    _add_hours(rows, stakes, asked)
    size = len(asked)
    by_hours = np.empty(size)
    by_hours[np.lexsort((asked, stakes.brought.sum(axis=0)[asked]))] = np.arange(size)
    first = (by_hours < count).astype(float)
    return Program(
        # All that breaks ties is together less than a hundredth of an hour.
        cost=np.concatenate([by_hours / (100 * size * count), rows.cost]),
        whole=size,
        row=np.concatenate([*rows.row, np.full(size, len(rows.upper))]),
        column=np.concatenate([*rows.column, np.arange(size)]),
        value=np.concatenate([*rows.value, np.ones(size)]),
        lower=np.array([-np.inf] * len(rows.upper) + [float(count)]),
        upper=np.array([*rows.upper, float(count)]),
        most=np.concatenate([np.ones(size), rows.most]),
        start=np.concatenate([first, rows.paid(first)]),
    )


def _add_trips(rows: _Rows, stakes: Stakes, variable: Integers, count: int) -> None:
    """Pay the minutes of each commune that loses all its nearest places."""
    # A place out of reach of all stands at the end of every list, so that each list has an end.
    end = np.full((len(stakes.minutes), 1), OUT_OF_REACH_MIN)
    times = np.hstack([_reached(stakes.minutes), end])
    first = np.argsort(times, axis=1, kind="stable")[:, : count + 1]
    ordered = np.take_along_axis(times, first, axis=1)
    weight = np.nan_to_num(stakes.people)
    for commune in np.flatnonzero(weight > 0):
        for rank in range(1, first.shape[1]):
            nearer = variable[first[commune, :rank]]
            if (nearer < 0).any():
                break
            added = ordered[commune, rank] - ordered[commune, rank - 1]
            if added > 0:
                rows.pay(nearer, np.ones(rank), rank - 1.0, (weight[commune] * added, 1.0))


def _add_hours(rows: _Rows, stakes: Stakes, asked: Integers) -> None:
    """Pay the hours that come to be missing in each commune that has none to spare."""
    brought = stakes.brought[:, asked]
    for commune in np.flatnonzero(brought.sum(axis=1) > stakes.spare):
        places = np.flatnonzero(brought[commune] > 0)
        hours = brought[commune, places]
        rows.pay(places, hours, stakes.spare[commune], (1.0, float(hours.sum())))

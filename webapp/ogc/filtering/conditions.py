"""The conditions of a filter about properties, each asked of all the rows at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, Protocol

import numpy as np

from webapp.ogc.filtering.asked_rows import AskedRows
from webapp.ogc.filtering.like_pattern import LikePattern
from webapp.ogc.filtering.operands import TEXT, Property
from webapp.ogc.filtering.text_folding import folded_by
from webapp.ogc.filtering.truth import Truth

COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# What a comparison becomes when its two sides change places.
MIRRORED: Mapping[str, str] = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


class Condition(Protocol):
    """What a filter, or a part of it, says of a row."""

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""


@dataclass(frozen=True)
class Always:
    """The same of every row: `TRUE` or `FALSE`."""

    holds: bool

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        return Truth.everywhere(self.holds, len(rows))


@dataclass(frozen=True)
class Every:
    """All of its parts: `AND`."""

    parts: tuple[Condition, ...]

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        return reduce(operator.and_, (part.truth(rows) for part in self.parts))


@dataclass(frozen=True)
class Some:
    """At least one of its parts: `OR`."""

    parts: tuple[Condition, ...]

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        return reduce(operator.or_, (part.truth(rows) for part in self.parts))


@dataclass(frozen=True)
class Not:
    """The contrary of a condition; what is not known stays so."""

    part: Condition

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        return ~self.part.truth(rows)


@dataclass(frozen=True)
class Missing:
    """Whether a value is missing: `IS NULL`; always known."""

    name: str

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        known = rows.column(self.name).known
        return Truth(~known, known)


@dataclass(frozen=True)
class Holds:
    """A boolean property, asked by its name alone."""

    name: str

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        column = rows.column(self.name)
        return Truth.of(column.values, column.known)


@dataclass(frozen=True)
class Compared:
    """A property compared to a value; texts by the order of their characters."""

    property: Property
    comparison: str
    value: Any

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        compare, sought = COMPARISONS[self.comparison], self.value
        name, foldings = self.property.name, self.property.foldings
        if self.property.kind == TEXT:
            sought = folded_by(foldings, sought)
            return rows.where_text(name, foldings, lambda text: bool(compare(text, sought)))
        column = rows.column(name)
        return Truth.of(compare(column.values, sought), column.known)


@dataclass(frozen=True)
class ComparedTogether:
    """Two properties of a feature compared to one another."""

    left: Property
    comparison: str
    right: Property

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        known = rows.column(self.left.name).known & rows.column(self.right.name).known
        values = (_values(rows, side)[known] for side in (self.left, self.right))
        holds = np.zeros(len(rows), dtype=np.bool_)
        holds[known] = COMPARISONS[self.comparison](*values)
        return Truth.of(holds, known)


@dataclass(frozen=True)
class OneOf:
    """A property that has one of several values: `IN`."""

    property: Property
    values: tuple[Any, ...]

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        name, foldings = self.property.name, self.property.foldings
        if self.property.kind == TEXT:
            sought = {folded_by(foldings, value) for value in self.values}
            return rows.where_text(name, foldings, sought.__contains__)
        column = rows.column(name)
        among = np.isin(column.values, np.array(self.values))
        return Truth.of(among, column.known)


@dataclass(frozen=True)
class Like:
    """A text that a pattern describes."""

    property: Property
    pattern: LikePattern

    def truth(self, rows: AskedRows) -> Truth:
        """Say where it is true, and where it is false."""
        return rows.where_text(self.property.name, self.property.foldings, self.pattern.matches)


def _values(rows: AskedRows, side: Property) -> Any:
    """Values of a property, texts written out."""
    values = rows.column(side.name).values
    if side.kind != TEXT:
        return values
    return np.array(rows.texts(side.name, side.foldings), dtype=object)[values]

"""Changes of one table: columns, rows, values.

Values are compared as published, exactly. A value that was missing and is known, or the reverse,
is a change of its own kind: missing is never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.changes.release import Row


@dataclass(frozen=True)
class ColumnChange:
    """How the values of one column changed, over the rows of both releases.

    Attributes
    ----------
    column
        Its name.
    changed
        Rows whose value is known in both and differs.
    newly_known, newly_missing
        Rows whose value was missing and is known, and the reverse.
    largest
        Largest difference of a number, signed; None for other types or without a change.
    """

    column: str
    changed: int
    newly_known: int
    newly_missing: int
    largest: float | None


@dataclass(frozen=True)
class TableChange:
    """How a table changed.

    Attributes
    ----------
    table
        Its name.
    rows_before, rows_after
        Counts of rows.
    added, removed
        Keys of the rows that one release alone has, sorted.
    columns_added, columns_removed
        Columns that one release alone has, sorted.
    columns
        Changes of the columns of both, those without any left out; by name. A key that changed is
        that of a row held to be the same.
    """

    table: str
    rows_before: int
    rows_after: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    columns: tuple[ColumnChange, ...]


def compare_tables(
    table: str, before: Mapping[str, Row], after: Mapping[str, Row], columns: ColumnNames
) -> TableChange:
    """Compare two releases of a table.

    Parameters
    ----------
    table
        Its name.
    before, after
        Rows by key.
    columns
        Names of the columns of each release.

    Examples
    --------
    >>> names = ColumnNames(("population",), ("population",))
    >>> change = compare_tables(
    ...     "communes",
    ...     {"29001": {"population": 1065}, "29002": {"population": None}},
    ...     {"29001": {"population": 1060}, "29002": {"population": 1441}},
    ...     names,
    ... )
    >>> change.columns
    (ColumnChange(column='population', changed=1, newly_known=1, newly_missing=0, largest=-5.0),)
    """
    both = sorted(before.keys() & after.keys())
    shared = sorted(set(columns.before) & set(columns.after))
    pairs = [(before[key], after[key]) for key in both]
    compared = (_compare_column(name, pairs) for name in shared)
    return TableChange(
        table=table,
        rows_before=len(before),
        rows_after=len(after),
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        columns_added=tuple(sorted(set(columns.after) - set(columns.before))),
        columns_removed=tuple(sorted(set(columns.before) - set(columns.after))),
        columns=tuple(one for one in compared if one.changed + one.newly_known + one.newly_missing),
    )


@dataclass(frozen=True)
class ColumnNames:
    """Names of the columns of a table in each release."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def _compare_column(name: str, pairs: list[tuple[Row, Row]]) -> ColumnChange:
    """Compare one column over the rows of both releases."""
    changed = known = missing = 0
    largest: float | None = None
    for old_row, new_row in pairs:
        old, new = old_row[name], new_row[name]
        if old == new:
            continue
        if old is None:
            known += 1
        elif new is None:
            missing += 1
        else:
            changed += 1
            if _is_number(old) and _is_number(new):
                difference = float(new) - float(old)
                if largest is None or abs(difference) > abs(largest):
                    largest = difference
    return ColumnChange(name, changed, known, missing, largest)


def _is_number(value: object) -> bool:
    """Whether a value has a difference; truths have none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)

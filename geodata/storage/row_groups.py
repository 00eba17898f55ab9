"""The rows of a Parquet file that may hold a key, and their values as plain Python."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from pyarrow import compute


def may_hold(group: Any, wanted: Mapping[str, str]) -> bool:
    """Whether the statistics of a row group leave room for some values of its columns."""
    for index in range(group.num_columns):
        column = group.column(index)
        key, known = wanted.get(column.path_in_schema), column.statistics
        if key is None or known is None or not known.has_min_max:
            continue
        if not known.min <= key <= known.max:
            return False
    return True


def may_hold_one_of_each(group: Any, wanted: Mapping[str, Sequence[str]]) -> bool:
    """Whether the statistics of a row group leave room for one of the sorted values of a column.

    So for each of the columns of `wanted`.
    """
    for index in range(group.num_columns):
        column = group.column(index)
        values, known = wanted.get(column.path_in_schema), column.statistics
        if values is None or known is None or not known.has_min_max:
            continue
        first = bisect_left(values, known.min)
        if first == len(values) or values[first] > known.max:
            return False
    return True


def with_key(read: Any, wanted: Mapping[str, str]) -> Any:
    """Keep the rows of a read table that have a key, before any becomes plain Python."""
    for name, key in wanted.items():
        read = read.filter(compute.equal(read.column(name), key))
    return read


def plain_columns(read: Any) -> dict[str, list[Any]]:
    """Values of each column, equal ones of a column as one object, None where missing."""
    return {name: _shared(read.column(name).to_pylist()) for name in read.column_names}


def _shared(values: list[Any]) -> list[Any]:
    """Return the values of a column, equal ones as one object, None for NaN."""
    known: dict[Any, Any] = {}
    return [None if value != value else known.setdefault(value, value) for value in values]  # noqa: PLR0124 - NaN

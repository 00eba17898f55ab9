"""The rows of a Parquet file that may hold a key, and their values as plain Python."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import pyarrow
from pyarrow import compute


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


def with_keys(read: Any, wanted: Mapping[str, Sequence[str]]) -> Any:
    """Keep the rows of a read table that have one of some values, before they are plain Python."""
    for name, values in wanted.items():
        read = read.filter(compute.is_in(read.column(name), value_set=strings(values)))
    return read


def strings(values: Sequence[str]) -> Any:
    """Make an Arrow array of texts without `pyarrow.array`, which imports pandas.

    >>> strings(["29019", "2A004", "é"]).to_pylist(), len(strings([]))
    (['29019', '2A004', 'é'], 0)
    """
    encoded = [value.encode() for value in values]
    offsets = array("i", accumulate(map(len, encoded), initial=0))
    buffers = (pyarrow.py_buffer(offsets.tobytes()), pyarrow.py_buffer(b"".join(encoded)))
    return pyarrow.StringArray.from_buffers(len(encoded), *buffers)


def plain_columns(read: Any) -> dict[str, list[Any]]:
    """Values of each column, equal ones of a column as one object, None where missing."""
    return {name: _shared(read.column(name).to_pylist()) for name in read.column_names}


def _shared(values: list[Any]) -> list[Any]:
    """Return the values of a column, equal ones as one object, None for NaN."""
    known: dict[Any, Any] = {}
    return [None if value != value else known.setdefault(value, value) for value in values]  # noqa: PLR0124 - NaN

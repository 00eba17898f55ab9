"""The Parquet file of a published table, read by columns and by groups of rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from carto.contracts import ColumnType
from geodata.storage.reading_memory import release_unused
from geodata.storage.row_groups import may_hold_one_of_each
from webapp.ogc.features.column_values import ColumnValues, column_values


class TableFile:
    """A published file, opened for each reading; its index is read once.

    Parameters
    ----------
    path
        Where it lies.
    types
        Types of its columns by name, as its contract gives them.
    """

    def __init__(self, path: Path, types: Mapping[str, ColumnType]) -> None:
        self._path = path
        self._types = types

    @cached_property
    def _index(self) -> Any:
        """Where each column of each group of rows lies, and between which values."""
        return pq.read_metadata(self._path)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Position of the first row of each group, and the number of rows at the end."""
        index = self._index
        sizes = (index.row_group(group).num_rows for group in range(index.num_row_groups))
        return tuple(accumulate(sizes, initial=0))

    def read(self, names: Sequence[str], groups: Collection[int] | None = None) -> Any:
        """Read some columns as an Arrow table.

        Parameters
        ----------
        names
            The columns.
        groups
            Groups of rows to read; all of them when None.
        """
        with pq.ParquetFile(self._path, metadata=self._index) as file:
            if groups is None:
                return file.read(columns=list(names))
            return file.read_row_groups(sorted(groups), columns=list(names))

    def column(self, name: str) -> ColumnValues:
        """Read the values of a column, in the order of the rows."""
        values = column_values(self.read([name]).column(name), self._types[name])
        release_unused()
        return values

    def groups_with(self, name: str, value: str) -> list[int]:
        """List the groups of rows that may hold a value of a column."""
        wanted = {name: [value]}
        groups = range(self._index.num_row_groups)
        return [
            group for group in groups if may_hold_one_of_each(self._index.row_group(group), wanted)
        ]

"""The rows of a collection, in the order of its features: those in memory, those left on disk."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, Protocol

import numpy as np
import pyarrow

from geodata.storage.row_groups import plain_columns
from webapp.ogc.features.table_file import TableFile

Row = Mapping[str, Any]

_GROUPS_KEPT = 2


class FeatureRows(Protocol):
    """Rows by position; many are asked for at once."""

    def __len__(self) -> int:
        """Count the rows."""

    def __getitem__(self, position: int, /) -> Row:
        """Row of a feature."""

    def at(self, positions: Sequence[int]) -> list[Row]:
        """Rows of some features, in the order asked for."""


class HeldRows:
    """Rows that the snapshot holds in memory, their lists and dicts as the tables write them.

    Parameters
    ----------
    rows
        In the order of the features.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def __getitem__(self, position: int) -> Row:
        """Row of a feature."""
        return {name: _as_published(value) for name, value in self._rows[position].items()}

    def at(self, positions: Sequence[int]) -> list[Row]:
        """Rows of some features, in the order asked for."""
        return [self[position] for position in positions]


class StoredRows:
    """Rows left in their file: those of a page are read by the groups that hold them.

    Parameters
    ----------
    file
        Where they lie.
    names
        Columns of a row.
    """

    def __init__(self, file: TableFile, names: Sequence[str]) -> None:
        self._file = file
        self._names = list(names)
        self._lock = Lock()
        self._groups: OrderedDict[int, Any] = OrderedDict()

    def __len__(self) -> int:
        """Count the rows."""
        return self._file.starts[-1]

    def __getitem__(self, position: int) -> Row:
        """Row of a feature."""
        return self.at([position])[0]

    def at(self, positions: Sequence[int]) -> list[Row]:
        """Rows of some features, in the order asked for."""
        found: dict[int, Row] = {}
        by_group: dict[int, list[int]] = {}
        for position in positions:
            if not 0 <= position < len(self):
                raise IndexError(position)
            by_group.setdefault(bisect_right(self._file.starts, position) - 1, []).append(position)
        for group, wanted in by_group.items():
            start = self._file.starts[group]
            places = np.array(wanted, dtype=np.int64) - start
            columns = plain_columns(self._group(group).take(_arrow_places(places)))
            rows = zip(*columns.values(), strict=True)
            for position, values in zip(wanted, rows, strict=True):
                found[position] = dict(zip(columns, values, strict=True))
        return [found[position] for position in positions]

    def span(self, name: str, value: str) -> range:
        """Positions among which a value of a sorted column lies, as the file says without reading.

        Parameters
        ----------
        name
            The first column of the key.
        value
            What it holds.
        """
        groups = self._file.groups_with(name, value)
        starts = self._file.starts
        return range(starts[groups[0]], starts[groups[-1] + 1]) if groups else range(0)

    def _group(self, group: int) -> Any:
        """Read a group of rows, or find it among the last ones read."""
        with self._lock:
            if group not in self._groups:
                self._groups[group] = self._file.read(self._names, [group])
                while len(self._groups) > _GROUPS_KEPT:
                    self._groups.popitem(last=False)
            self._groups.move_to_end(group)
            return self._groups[group]


def _arrow_places(places: Any) -> Any:
    """Make an Arrow array of positions without `pyarrow.array`, which imports pandas."""
    buffers = [None, pyarrow.py_buffer(places)]
    return pyarrow.Int64Array.from_buffers(pyarrow.int64(), len(places), buffers)


def _as_published(value: Any) -> Any:
    """Write flags and reasons as the published tables do: one text."""
    if isinstance(value, list):
        return "|".join(value)
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else value

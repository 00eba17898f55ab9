"""A row some of whose columns are replaced, without a copy of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol


class Column(Protocol):
    """Values of a column by the position of their row."""

    def __getitem__(self, position: int, /) -> Any:
        """Value of a row."""


class ToldColumn:
    """A column whose values are put together when they are read: a sentence weighs a page."""

    def __init__(self, tell: Callable[[int], Any]) -> None:
        """Hold the function that gives the value of a row."""
        self._tell = tell

    def __getitem__(self, position: int) -> Any:
        """Value of a row."""
        return self._tell(position)


class OverlaidRow(Mapping[str, Any]):
    """A row that reads like the one under it, but for the columns laid over it."""

    __slots__ = ("_columns", "_position", "_under")

    def __init__(self, under: Mapping[str, Any], columns: Mapping[str, Column], position: int):
        """Lay over a row the values of `columns` at its position."""
        self._under = under
        self._columns = columns
        self._position = position

    def __getitem__(self, name: str) -> Any:
        """Value of a column."""
        column = self._columns.get(name)
        return self._under[name] if column is None else column[self._position]

    def __iter__(self) -> Iterator[str]:
        """Names of the columns, in their order."""
        return iter(self._under)

    def __len__(self) -> int:
        """Count the columns."""
        return len(self._under)

    def __repr__(self) -> str:
        """Write the row as a dict."""
        return repr(dict(self))

    def __or__(self, other: Mapping[str, Any]) -> dict[str, Any]:
        """Give a dict of the row with other values in place."""
        return {**self, **other}


class OverlaidRows(Mapping[str, Mapping[str, Any]]):
    """Rows by key with some columns replaced; each is made when it is read, and weighs nothing."""

    def __init__(self, under: Mapping[str, Mapping[str, Any]], columns: Mapping[str, Column]):
        """Lay columns over rows, in the order of the rows."""
        self._under = under
        self._columns = columns
        self._positions = {key: position for position, key in enumerate(under)}

    def __getitem__(self, key: str) -> OverlaidRow:
        """Row of a key."""
        return OverlaidRow(self._under[key], self._columns, self._positions[key])

    def __iter__(self) -> Iterator[str]:
        """Keys, in their order."""
        return iter(self._under)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._under)

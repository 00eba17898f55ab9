"""Rows of a large table in little memory: a tuple of values, and one index of names for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class CompactRow(Mapping[str, Any]):
    """A row that reads like a dict and cannot be changed.

    A dict of a hundred columns weighs some five kilobytes; this one weighs its values, which are
    shared with the other rows. The whole of France is 35,000 of them in each process.
    """

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: tuple[Any, ...]) -> None:
        """Hold the values in the order of `places`, which all the rows of a table share."""
        self._places = places
        self._values = values

    def __getitem__(self, name: str) -> Any:
        """Value of a column."""
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        """Names of the columns, in their order."""
        return iter(self._places)

    def __len__(self) -> int:
        """Count the columns."""
        return len(self._places)

    def __repr__(self) -> str:
        """Write the row as a dict."""
        return repr(dict(self))

    def __or__(self, other: Mapping[str, Any]) -> dict[str, Any]:
        """Give a dict of the row with other values in place."""
        return {**self, **other}

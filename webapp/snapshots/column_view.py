"""One column of rows by key, read where it lies: nothing is copied for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class ColumnView(Mapping[str, Any]):
    """The values of a column, by the key of their rows.

    Parameters
    ----------
    rows
        Rows by key.
    name
        The column.

    Examples
    --------
    >>> names = ColumnView({"29019": {"nom": "Brest"}}, "nom")
    >>> names["29019"], "75056" in names
    ('Brest', False)
    """

    def __init__(self, rows: Mapping[str, Mapping[str, Any]], name: str) -> None:
        self._rows = rows
        self._name = name

    def __getitem__(self, key: str) -> Any:
        """Value of the row of a key."""
        return self._rows[key][self._name]

    def __contains__(self, key: object) -> bool:
        """Whether there is a row of that key."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Keys, in the order of the rows."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

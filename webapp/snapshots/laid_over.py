"""A row with a few values of its own over those of another: nothing else is copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class LaidOver(Mapping[str, Any]):
    """A row that reads like the one under it, but for its own values; it may have more columns.

    Parameters
    ----------
    under
        Row that tells the rest.
    own
        Values of this row.
    """

    __slots__ = ("_own", "_under")

    def __init__(self, under: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        self._under = under
        self._own = own

    def __getitem__(self, name: str) -> Any:
        """Value of a column."""
        return self._own[name] if name in self._own else self._under[name]

    def __iter__(self) -> Iterator[str]:
        """Names of the columns, its own ones after the others."""
        return iter({**dict.fromkeys(self._under), **self._own})

    def __len__(self) -> int:
        """Count the columns."""
        return len(self._own.keys() | self._under.keys())

    def __repr__(self) -> str:
        """Write the row as a dict."""
        return repr(dict(self))

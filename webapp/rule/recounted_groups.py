"""Groups of communes counted again under a rule: the declared ones at once, others when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Row = Mapping[str, Any]
Rows = Mapping[str, Row]


class RecountedGroups(Mapping[str, Row]):
    """Rows of the groups under a rule, by code.

    Parameters
    ----------
    published
        Rows of the groups as published; it may find more of them than it lists.
    counted
        Counts some of them again.
    """

    def __init__(self, published: Rows, counted: Callable[[Rows], Rows]) -> None:
        self._published = published
        self._counted = counted
        self._listed = counted(published)

    def __getitem__(self, code: str) -> Row:
        """Row of a group."""
        if code in self._listed:
            return self._listed[code]
        return self._counted({code: self._published[code]})[code]

    def __iter__(self) -> Iterator[str]:
        """Codes of the listed groups, in their order."""
        return iter(self._listed)

    def __len__(self) -> int:
        """Count the listed groups."""
        return len(self._listed)

"""What delimited text and workbooks have in common: numbered lines of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Line:
    """A line: number from 1, text as written, cells (None when its quotes do not balance)."""

    number: int
    raw: str
    cells: Sequence[str] | None


class Table(Protocol):
    """Something whose lines can be read from the start, again and again."""

    def lines(self, width: int) -> Iterable[Line]:
        """Yield all lines; `width` is the number of columns, 0 while it is unknown."""

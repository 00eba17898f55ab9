"""What delimited text and workbooks have in common: numbered lines of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line has no cells: stable code and French sentence."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line: number from 1, text as written, cells; no cells when it has a fault."""

    number: int
    raw: str
    cells: Sequence[str]
    fault: Fault | None = None


class Table(Protocol):
    """Something whose lines can be read from the start, again and again."""

    def lines(self, width: int) -> Iterable[Line]:
        """Yield all lines; `width` is the number of columns, 0 while it is unknown."""

"""The columns of a table of territories: how each is written, sorted and filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from carto.drawing.indicators.indicator import Indicator
from carto.folding import folded
from carto.tables.shared import HOURS_RATE_UNIT

Row = Mapping[str, Any]
Rank = tuple[float | str, ...]

ASCENDING, DESCENDING = "croissant", "decroissant"


@dataclass(frozen=True)
class TableColumn:
    """One column of a table.

    Attributes
    ----------
    id
        Name in addresses, as `tri=temps`.
    group
        What it is about: columns of a group stand under one header.
    label
        Its French header.
    write
        The cell, in French.
    rank
        The value that rows are ordered by; None where it is missing.
    first_order
        Order of the first press on its header.
    published
        Columns of the published table that stand for it in a file.
    is_number
        Whether cells are aligned as numbers.
    is_long
        Whether cells are sentences.
    """

    id: str
    group: str
    label: str
    write: Callable[[Row], str]
    rank: Callable[[Row], Rank | None]
    first_order: str
    published: tuple[str, ...]
    is_number: bool = True
    is_long: bool = False


def number_of(column: str) -> Callable[[Row], Rank | None]:
    """Rank rows by a number; a missing one has no rank."""
    return lambda row: None if row.get(column) is None else (row[column],)


def hours_of(supply: Indicator) -> Callable[[Row], str]:
    """Write the supply in hours, whose rate the header says."""
    return lambda row: supply.text(row).replace(HOURS_RATE_UNIT, "h")


def text_of(column: str) -> Callable[[Row], Rank | None]:
    """Rank rows by a text as a French reader expects: accents do not count."""
    return lambda row: None if row.get(column) is None else (folded(row[column]),)

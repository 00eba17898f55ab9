"""Rows of a table of territories in words: the whole table, and the short one of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import Unit
from webapp.tables.table_columns import TableColumn

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """A cell in French; `verdict_key` colours its mark when it is a verdict of a commune."""

    text: str
    is_number: bool
    is_long: bool
    verdict_key: str = ""


@dataclass(frozen=True)
class TableRow:
    """A territory of the table: its page, its name, the cells after it."""

    type: str
    code: str
    nom: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Line:
    """A commune of the short table, in words."""

    code: str
    nom: str
    population: str
    verdict: str
    verdict_key: str
    sentence: str


def table_rows(rows: Iterable[Row], columns: Sequence[TableColumn], unit: Unit) -> list[TableRow]:
    """Put territories in words, in the order given; the first column is their name."""
    return [
        TableRow(
            unit.type,
            unit.code(row),
            row["nom"],
            tuple(_cell(row, column) for column in columns[1:]),
        )
        for row in rows
    ]


def lines(rows: Iterable[Row], indicators: Mapping[str, Indicator]) -> list[Line]:
    """Put communes in words for the short table, in the order given."""
    return [
        Line(
            code=row["code_insee"],
            nom=row["nom"],
            population=french.number(row["population"]),
            verdict=indicators["verdict"].text(row),
            verdict_key=row["verdict"],
            sentence=row["sentence"],
        )
        for row in rows
    ]


def _cell(row: Row, column: TableColumn) -> Cell:
    """Write a cell."""
    is_verdict = column.id == "verdict" and not column.is_number
    key = row["verdict"] if is_verdict else ""
    return Cell(column.write(row), column.is_number, column.is_long, key)

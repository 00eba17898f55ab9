"""The values of a map as the lines of a table, the most worrying first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.wording import measured
from webapp.links import territory_page

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ValueLine:
    """A unit of a map: its page, its name, its value and its people, in words."""

    path: str
    nom: str
    value: str
    population: str


def value_lines(indicator: Indicator, rows: Sequence[Row]) -> list[ValueLine]:
    """Write the value of every unit of a map.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Its units.

    Returns
    -------
    list of ValueLine
        By class, the one that calls for the most attention first; then by name. Units without a
        class come last.
    """
    order = {index: place for place, index in enumerate(indicator.worst_first)}

    def urgency(row: Row) -> tuple[int, str]:
        index = indicator.class_of(row)
        return (len(order) if index is None else order[index]), str(row["nom"])

    return [
        ValueLine(
            path=territory_page(indicator.units.type, indicator.units.code(row)),
            nom=str(row["nom"]),
            value=indicator.text(row),
            population=french.number(measured(row, "population")),
        )
        for row in sorted(rows, key=urgency)
    ]

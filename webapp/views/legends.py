"""The legend of a map, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicator import Indicator
from carto.drawing.legend import LegendEntry, legend
from carto.french import NBSP

Row = Mapping[str, Any]

BAR_WIDTH = 100


@dataclass(frozen=True)
class LegendLine:
    """One class of the legend, in words, with the length of its bar (0 to 100)."""

    index: str
    key: str
    label: str
    colour: str
    is_worst: bool
    is_missing: bool
    communes: str
    people: str
    bar: int


def legend_lines(indicator: Indicator, rows: Sequence[Row]) -> list[LegendLine]:
    """Put the legend of a map in words; bars are shares of the communes."""
    total = max(1, len(rows))
    return [_line(entry, total) for entry in legend(indicator, rows)]


def _line(entry: LegendEntry, total: int) -> LegendLine:
    """Put one entry in words."""
    people = "" if entry.population is None else f"{french.number(entry.population)}{NBSP}hab."
    return LegendLine(
        index="" if entry.index is None else str(entry.index),
        key=entry.key,
        label=entry.label,
        colour=entry.colour,
        is_worst=entry.is_worst,
        is_missing=entry.index is None,
        communes=french.plural(entry.communes, "commune"),
        people=people,
        bar=round(BAR_WIDTH * entry.communes / total),
    )

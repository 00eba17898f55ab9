"""The legend of a map, in words: its classes, and which one is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.drawing.legend import LegendEntry, legend
from carto.french import NBSP
from carto.typography import typeset
from webapp.views.state import ReadState

Row = Mapping[str, Any]

BAR_WIDTH = 100
WITHOUT_CLASS = "absente"


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
    """Put the legend of a map in words; bars are shares of the units."""
    total = max(1, len(rows))
    return [_line(entry, total, indicator.units) for entry in legend(indicator, rows)]


def underserved_sum(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Add up the classes of the legend that are under-served; empty for another indicator.

    The class next to the worst bears the name of the whole: the sum says which is which.
    """
    if indicator.id != "verdict" or indicator.units != COMMUNE:
        return ""
    found = [row for row in rows if row.get("is_underserved")]
    worst = sum(row["verdict"] == "3" for row in found)
    open_ = sum(row["verdict"] not in ("2", "3") for row in found)
    if not worst and not open_:
        return ""
    parts = [french.number(len(found) - worst - open_)]
    if worst:
        parts.append(french.plural(worst, "prioritaire"))
    if open_:
        parts.append(f"{french.number(open_)} dont la classe exacte reste inconnue")
    total = french.plural(len(found), "commune sous-desservie", "communes sous-desservies")
    return typeset(f"En tout, {total} : {' + '.join(parts)}.")


def of_class(rows: Sequence[Row], indicator: Indicator, key: str | None) -> Sequence[Row]:
    """Keep the units of a class; all of them without one, or with one that there is not."""
    if key is None or not has_class(indicator, key):
        return rows
    return [row for row in rows if class_key(indicator, row) == key]


def class_key(indicator: Indicator, row: Row) -> str:
    """Key of the class of a unit, `absente` when it has none."""
    position = indicator.class_of(row)
    return WITHOUT_CLASS if position is None else indicator.classes[position].key


def has_class(indicator: Indicator, key: str) -> bool:
    """Whether a key is that of a class, or of the units without one."""
    return key == WITHOUT_CLASS or any(class_.key == key for class_ in indicator.classes)


def class_position(indicator: Indicator, key: str) -> int | None:
    """Position of the class of a known key; None for the units without a class."""
    keys = [class_.key for class_ in indicator.classes]
    return keys.index(key) if key in keys else None


def with_known_class(read: ReadState, indicator: Indicator) -> ReadState:
    """Drop a class that the indicator does not have, and say so."""
    key = read.state.class_key
    if key is None or has_class(indicator, key):
        return read
    notice = f"La classe « {key} » n'existe pas pour cet indicateur : rien n'est filtré."
    return replace(read, state=read.state.keeping(None), notices=(*read.notices, notice))


def _line(entry: LegendEntry, total: int, units: Unit) -> LegendLine:
    """Put one entry in words."""
    people = "" if entry.population is None else f"{french.number(entry.population)}{NBSP}hab."
    return LegendLine(
        index="" if entry.index is None else str(entry.index),
        key=entry.key,
        label=entry.label,
        colour=entry.colour,
        is_worst=entry.is_worst,
        is_missing=entry.index is None,
        communes=units.count(entry.count),
        people=people if entry.count else "",
        bar=round(BAR_WIDTH * entry.count / total),
    )

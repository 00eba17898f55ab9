"""The legend of a map as data: each class with its units and their inhabitants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator, MapClass
from carto.drawing.wording import Row, measured


@dataclass(frozen=True)
class LegendEntry:
    """One line of a legend.

    Attributes
    ----------
    index
        Position of the class in `indicator.classes`, None for the units without a class.
    key, label, colour, is_worst
        As in `MapClass`; the key of the units without a class is `absente`.
    count
        How many units.
    population
        Sum of their known populations; None when there are units and none is known.
    """

    index: int | None
    key: str
    label: str
    colour: str
    is_worst: bool
    count: int
    population: int | None


def legend(indicator: Indicator, rows: Sequence[Row]) -> list[LegendEntry]:
    """Count units and inhabitants per class, in the order of the classes.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Units of the map.

    Returns
    -------
    list of LegendEntry
        One entry per class, even an empty one, then one for the units without a class. The
        counts add up to the number of rows.
    """
    members: dict[int | None, list[Row]] = {index: [] for index in range(len(indicator.classes))}
    members[None] = []
    for row in rows:
        members[indicator.class_of(row)].append(row)
    missing = MapClass("absente", indicator.missing_label, palettes.MISSING)
    return [
        _entry(index, missing if index is None else indicator.classes[index], found)
        for index, found in members.items()
    ]


def _entry(index: int | None, drawn: MapClass, rows: Sequence[Row]) -> LegendEntry:
    """Line of one class and of the units found in it."""
    known = [value for row in rows if (value := measured(row, "population")) is not None]
    return LegendEntry(
        index=index,
        key=drawn.key,
        label=drawn.label,
        colour=drawn.colour,
        is_worst=drawn.is_worst,
        count=len(rows),
        population=int(sum(known)) if known or not rows else None,
    )

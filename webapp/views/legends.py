"""The legend of a map, in words: its classes, which one is kept, the spread of the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto import french
from carto.drawing.charts.histogram import Mark, count_bars, draw_histogram
from carto.drawing.indicator import Indicator
from carto.drawing.legend import LegendEntry, legend
from carto.drawing.units import COMMUNE, Unit
from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.verdict.parameters import Alerts
from webapp.views.provenance import Facts
from webapp.views.state import ReadState

Row = Mapping[str, Any]

BAR_WIDTH = 100
WITHOUT_CLASS = "absente"
FEWEST_VALUES = 8


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


def legend_histogram(
    indicator: Indicator, rows: Sequence[Row], facts: Facts, here: Row | None = None
) -> str:
    """Draw how the values spread over the classes, with the alert and where somebody stands.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Units of the map.
    facts
        Facts of the snapshot.
    here
        The selected unit, else the territory; None to mark nobody.

    Returns
    -------
    str
        An `<svg>`; empty when the indicator has no number, or too few are known.
    """
    scale = indicator.scale
    if scale is None:
        return ""
    values = [
        (value, indicator.classes[position].colour)
        for row in rows
        if (value := scale.number(row)) is not None
        and (position := indicator.class_of(row)) is not None
    ]
    if len(values) < FEWEST_VALUES:
        return ""
    marks = []
    own = None if here is None else scale.number(here)
    if here is not None and own is not None:
        marks.append(Mark(own, f"{here['nom']} : {_amount(own, scale.unit)}"))
    alert = alert_of(indicator, facts)
    if alert is not None:
        said = f"seuil : {threshold(alert)}{NBSP}{scale.unit}"
        marks.append(Mark(alert, said, is_here=False))
    counted = count_bars(values, scale.bounds, is_left_open=scale.is_left_open)
    title = f"{indicator.label}, répartition sur {indicator.units.count(len(values))}"
    return draw_histogram(title, counted, scale.unit, marks)


def alert_of(indicator: Indicator, facts: Facts) -> float | None:
    """Threshold of the alert of an indicator in the unit shown; None when it raises none.

    An alert is that of a commune: the mean of a wider territory raises none.
    """
    if indicator.units != COMMUNE:
        return None
    alerts = Alerts(**facts["method"]["parameters"]["alerts"])
    thresholds = {
        "fibre": alerts.fibre_pct,
        "reste": 100 - alerts.fibre_pct,
        "temps": alerts.time_min,
        "acces": alerts.accessibility_min,
        "besoin": alerts.need,
    }
    return thresholds.get(indicator.id)


def _amount(value: float, unit: str) -> str:
    """Write a value of the scale; hours take two decimals, they are often under one."""
    return f"{threshold(french.rounded(value, 2 if unit == 'h' else 1))}{NBSP}{unit}"


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
        communes=units.count(entry.communes),
        people=people if entry.communes else "",
        bar=round(BAR_WIDTH * entry.communes / total),
    )

"""How the values of a measure spread over territories, and where one of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.charts.histogram import LOW, Bars, Mark, count_bars, draw_histogram
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.verdict.parameters import Alerts
from webapp.views.provenance import Facts

Row = Mapping[str, Any]

FEWEST_VALUES = 8
LONGEST_NAME = 26


@dataclass(frozen=True)
class Spread:
    """The known values of an indicator over some territories.

    Attributes
    ----------
    indicator
        One that has a number.
    values
        Those that are known.
    bars
        The values counted, in the colours of their classes.
    unit
        Of the values.
    """

    indicator: Indicator
    values: tuple[float, ...]
    bars: Bars
    unit: str

    def draw(self, marks: Sequence[Mark], height: int = LOW) -> str:
        """Draw the histogram with some marks."""
        counted = self.indicator.units.count(len(self.values))
        title = f"{self.indicator.label}, répartition sur {counted}"
        return draw_histogram(title, self.bars, self.unit, marks, height)


def spread_of(indicator: Indicator, rows: Sequence[Row]) -> Spread | None:
    """Count the values of an indicator; None when it has no number, or too few are known."""
    scale = indicator.scale
    if scale is None:
        return None
    known = [
        (value, indicator.classes[position].colour)
        for row in rows
        if (value := scale.number(row)) is not None
        and (position := indicator.class_of(row)) is not None
    ]
    if len(known) < FEWEST_VALUES:
        return None
    bars = count_bars(known, scale.bounds, is_left_open=scale.is_left_open)
    return Spread(indicator, tuple(value for value, _ in known), bars, scale.unit)


def legend_histogram(
    indicator: Indicator, rows: Sequence[Row], facts: Facts, here: Row | None = None
) -> str:
    """Draw the spread of the values of a map, with the alert and where somebody stands.

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
        An `<svg>`; empty when there is nothing to draw.
    """
    spread = spread_of(indicator, rows)
    if spread is None:
        return ""
    marks = alert_marks(indicator, facts)
    own = number_of(indicator, here)
    if here is not None and own is not None:
        # hours take two decimals, they are often under one
        shown = threshold(french.rounded(own, 2 if spread.unit == "h" else 1))
        name = here["nom"] if len(here["nom"]) <= LONGEST_NAME else "ici"
        marks.append(Mark(own, f"{name} : {shown}{NBSP}{spread.unit}"))
    return spread.draw(marks)


def number_of(indicator: Indicator, row: Row | None) -> float | None:
    """Find the number of a territory in the unit shown; None when there is none."""
    scale = indicator.scale
    return None if scale is None or row is None else scale.number(row)


def alert_marks(indicator: Indicator, facts: Facts) -> list[Mark]:
    """Mark the threshold of the alert of an indicator, if it raises one.

    An alert is that of a commune: the mean of a wider territory raises none.
    """
    if indicator.units != COMMUNE or indicator.scale is None:
        return []
    alerts = Alerts(**facts["method"]["parameters"]["alerts"])
    thresholds = {
        "fibre": alerts.fibre_pct,
        "reste": 100 - alerts.fibre_pct,
        "temps": alerts.time_min,
        "acces": alerts.accessibility_min,
        "besoin": alerts.need,
    }
    alert = thresholds.get(indicator.id)
    if alert is None:
        return []
    said = f"seuil : {threshold(alert)}{NBSP}{indicator.scale.unit}"
    return [Mark(alert, said, is_here=False)]

"""Where a commune stands among those of its territory, « vous êtes ici »: a histogram each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.histogram import TALL, Bars, Mark, count_bars, draw_histogram
from carto.drawing.indicator import Indicator
from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.tables.shared import HOURS_RATE_UNIT
from webapp.views.compared_measures import compared_measures
from webapp.views.legends import alert_of
from webapp.views.provenance import Facts

Row = Mapping[str, Any]

FEWEST_COMMUNES = 8
# Indicator → what a commune with a lower value is, and one with a higher value.
PLACED = {
    "temps": ("sont plus près d'un lieu d'aide", "en sont plus loin"),
    "acces": ("ont moins d'aide accessible", "en ont plus"),
    "besoin": ("ont un besoin plus faible", "en ont un plus fort"),
    "fibre": ("sont moins couvertes par la fibre", "le sont plus"),
}


def distributions(
    row: Row, communes: Sequence[Row], indicators: Mapping[str, Indicator], facts: Facts
) -> tuple[str, ...]:
    """Draw where a commune stands, for each measure of its verdict that it knows.

    Parameters
    ----------
    row
        The commune.
    communes
        Those it stands among, itself included.
    indicators
        The indicators of the snapshot.
    facts
        Facts of the snapshot.

    Returns
    -------
    tuple of str
        One `<figure>` per measure; none when too few communes are known.
    """
    sources = {measure.id: measure.source for measure in compared_measures(facts)}
    drawn = (_drawn(row, communes, indicators[name], facts, sources[name]) for name in PLACED)
    return tuple(filter(None, drawn))


def _drawn(
    row: Row, communes: Sequence[Row], indicator: Indicator, facts: Facts, source: str
) -> str:
    """Draw a measure; empty when it is not known here or hardly elsewhere."""
    scale = indicator.scale
    own = None if scale is None else scale.number(row)
    if scale is None or own is None:
        return ""
    known = [
        (value, indicator.classes[position].colour)
        for commune in communes
        if (value := scale.number(commune)) is not None
        and (position := indicator.class_of(commune)) is not None
    ]
    if len(known) < FEWEST_COMMUNES:
        return ""
    counted = count_bars(known, scale.bounds, is_left_open=scale.is_left_open)
    said = indicator.text(row).replace(HOURS_RATE_UNIT, "h")
    marks = [Mark(own, f"{row['nom']} : {said}")]
    alert = alert_of(indicator, facts)
    if alert is not None:
        words = f"seuil : {threshold(alert)}{NBSP}{scale.unit}"
        marks.append(Mark(alert, words, is_here=False))
    return figure(
        draw_histogram(
            f"{indicator.label}, {len(known)} communes", counted, scale.unit, marks, TALL
        ),
        _finding(indicator, said, own, [value for value, _ in known]),
        _table(counted, scale.unit),
        source,
    )


def _finding(indicator: Indicator, said: str, own: float, values: Sequence[float]) -> str:
    """Say how many communes stand on each side."""
    less, more = PLACED[indicator.id]
    below, above = sum(value < own for value in values), sum(value > own for value in values)
    total = french.plural(len(values), "commune")
    return (
        f"{indicator.label} : {said}. Sur {total}, {french.number(below)} {less}, "
        f"{french.number(above)} {more}."
    )


def _table(counted: Bars, unit: str) -> ChartTable:
    """Count the communes of each bar."""
    rows = [
        (
            _between(counted, place),
            french.number(bar.total),
        )
        for place, bar in enumerate(counted.bars)
    ]
    return ChartTable("Communes par valeur", (f"Valeur ({unit})", "Communes"), rows)


def _between(counted: Bars, place: int) -> str:
    """Write the values that a bar holds."""
    bar = counted.bars[place]
    if counted.is_open and place == len(counted.bars) - 1:
        return f"{threshold(bar.low)} et plus"
    if counted.are_whole:
        return threshold(bar.low)
    return f"{threshold(bar.low)} à {threshold(bar.high)}"

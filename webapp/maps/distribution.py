"""Where a commune stands among those of its territory, « vous êtes ici »: a histogram each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.histogram import TALL, Bars, Mark
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.wording import threshold
from carto.tables.shared import HOURS_RATE_UNIT
from webapp.maps.spread import Spread, alert_marks, number_of, spread_of
from webapp.views.compared_measures import compared_measures
from webapp.views.provenance import Facts

Row = Mapping[str, Any]

# Indicator → what communes with a lower value are, and those with a higher one: of one, of many.
PLACED = {
    "temps": (
        ("est plus près d'un lieu d'aide", "sont plus près d'un lieu d'aide"),
        ("en est plus loin", "en sont plus loin"),
    ),
    "acces": (
        ("a moins d'aide accessible", "ont moins d'aide accessible"),
        ("en a plus", "en ont plus"),
    ),
    "besoin": (
        ("a un besoin plus faible", "ont un besoin plus faible"),
        ("en a un plus fort", "en ont un plus fort"),
    ),
    "fibre": (
        ("est moins couverte par la fibre", "sont moins couvertes par la fibre"),
        ("l'est plus", "le sont plus"),
    ),
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
    spread, own = spread_of(indicator, communes), number_of(indicator, row)
    if spread is None or own is None:
        return ""
    said = indicator.text(row).replace(HOURS_RATE_UNIT, "h")
    marks = [*alert_marks(indicator, facts), Mark(own, f"{row['nom']} : {said}")]
    return figure(spread.draw(marks, TALL), _finding(spread, said, own), _table(spread), source)


def _finding(spread: Spread, said: str, own: float) -> str:
    """Say how many communes stand on each side."""
    less, more = PLACED[spread.indicator.id]
    below = sum(value < own for value in spread.values)
    above = sum(value > own for value in spread.values)
    total = french.plural(len(spread.values), "commune")
    return (
        f"{spread.indicator.label} : {said}. Sur {total}, {french.plural(below, *less)}, "
        f"{french.plural(above, *more)}."
    )


def _table(spread: Spread) -> ChartTable:
    """Count the communes of each bar."""
    rows = [
        (_between(spread.bars, place), french.number(bar.total))
        for place, bar in enumerate(spread.bars.bars)
    ]
    caption = f"{spread.indicator.label} : communes par valeur"
    return ChartTable(caption, (f"Valeur ({spread.unit})", "Communes"), rows)


def _between(counted: Bars, place: int) -> str:
    """Write the values that a bar holds."""
    bar = counted.bars[place]
    if counted.is_open and place == len(counted.bars) - 1:
        return f"{threshold(bar.low)} et plus"
    if counted.are_whole:
        return threshold(bar.low)
    return f"{threshold(bar.low)} à {threshold(bar.high)}"

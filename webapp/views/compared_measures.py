"""What territories are compared on: the same measures for a commune and for a larger territory.

For a territory larger than a commune, a time, a supply and a need are means of its inhabitants, and
a rate is a ratio of sums: the columns have the same names at every level.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.travel_words import travel_words
from carto.drawing.wording import NO_PLACE_BY_ROAD, faithful, is_out_of_reach, measured, threshold
from carto.french import NBSP
from carto.tables.shared import HOURS_RATE_UNIT
from carto.verdict.parameters import Alerts
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import Facts, credit, need_wording, time_limit

Row = Mapping[str, Any]

FIBRE, TIME, BEYOND, SUPPLY, NEED = "fibre", "temps", "au_dela", "acces", "besoin"


@dataclass(frozen=True)
class Measure:
    """A measure that territories are compared on.

    Attributes
    ----------
    id
        Name of the measure in files.
    label, subject
        Its French name, and the same inside a sentence, with its article.
    column
        Column of the published tables, at every level.
    decimals, unit, scale
        How a value is written; what it is multiplied by first: 100 for a share.
    alert
        Threshold of the alert in the unit shown; None for none.
    is_low_better
        Whether a territory is better off with a low value; None for what is neither good nor bad.
    source
        Producer and date, or how it was estimated.
    """

    id: str
    label: str
    subject: str
    column: str
    decimals: int
    unit: str
    source: str
    scale: int = 1
    alert: float | None = None
    is_low_better: bool | None = True

    def value(self, row: Row) -> float | None:
        """Value of a territory in the unit shown; None when it is absent."""
        value = measured(row, self.column)
        return None if value is None else self.scale * value

    def write(self, row: Row) -> str:
        """Write the value of a territory, on its side of the alert; or what is known instead."""
        value = self.value(row)
        if value is not None:
            return self.amount(value)
        if self.column == "nearest_site_min" and is_out_of_reach(row):
            return NO_PLACE_BY_ROAD
        low, high = (measured(row, f"{self.column}_{end}") for end in ("low", "high"))
        if low is not None and high is not None:
            return f"entre {french.number(low, self.decimals)} et {self.amount(high)}"
        return french.MISSING

    def amount(self, value: float) -> str:
        """Write a value in the unit shown."""
        if self.scale == 100 and self.alert is None:
            return french.percent(value / 100, self.decimals)
        bounds = tuple(bound for bound in (self.alert, *self._whole) if bound is not None)
        is_time = self.column == "nearest_site_min"
        side = bisect_left if is_time else bisect_right
        return faithful(value, self.decimals, self.unit, bounds, side)

    @property
    def alert_words(self) -> str:
        """Write the threshold of the alert; empty when there is none."""
        return "" if self.alert is None else f"seuil {threshold(self.alert)}{NBSP}{self.unit}"

    @property
    def _whole(self) -> tuple[float, ...]:
        """The value that a share may not seem to reach."""
        return (100,) if self.scale == 100 else ()


def compared_measures(facts: Facts) -> tuple[Measure, ...]:
    """List the measures of a snapshot, with its thresholds and its sources.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    """
    alerts = Alerts(**facts["method"]["parameters"]["alerts"])
    places = f"lieux{NBSP}: {credit(facts, *PLACE_SOURCES)}"
    times = f"{travel_words(facts)}{NBSP}; {places}"
    return (
        Measure(
            *(FIBRE, "Couverture par la fibre", "la fibre", "taux_couverture_ftth", 1, "%"),
            source=credit(facts, "fibre"),
            scale=100,
            alert=alerts.fibre_pct,
            is_low_better=False,
        ),
        Measure(
            *(TIME, "Temps d'accès à un lieu d'aide", "le temps d'accès à un lieu d'aide"),
            *("nearest_site_min", 1, "min", times),
            alert=alerts.time_min,
        ),
        Measure(
            BEYOND,
            f"Habitants à plus de {time_limit(facts)} d'un lieu d'aide",
            "la part des habitants loin d'un lieu d'aide",
            *("population_beyond_time_share", 1, "%", times),
            scale=100,
        ),
        Measure(
            *(SUPPLY, f"Offre accessible ({HOURS_RATE_UNIT})", "l'offre d'aide accessible"),
            *("accessibility", 2, "h", places),
            alert=alerts.accessibility_min,
            is_low_better=False,
        ),
        Measure(
            *(NEED, "Besoin d'aide, de 1 à 10", "le besoin d'aide", "need", 1, "sur 10"),
            source=need_wording(facts),
            alert=alerts.need,
            is_low_better=None,
        ),
    )

"""What territories are compared on: the same measures for a commune and for a larger territory.

For a territory larger than a commune, a time, a supply and a need are means of its inhabitants, and
a rate is a ratio of sums: the columns have the same names at every level.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.travel_words import travel_words
from carto.drawing.wording import (
    NO_PLACE_BY_ROAD,
    faithful,
    is_out_of_reach,
    measured,
    reason,
    threshold,
)
from carto.flags import SOURCE_ABSENTE
from carto.french import NBSP, capitalised
from carto.tables.shared import HOURS_RATE_UNIT
from carto.verdict.parameters import Alerts
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import Facts, credit, fibre_credit, need_wording, time_limit

Row = Mapping[str, Any]

UNDERSERVED, FIBRE, TIME = "sous_desservis", "fibre", "temps"
BEYOND, SUPPLY, NEED = "au_dela", "acces", "besoin"
OTHER_LEVEL = "non calculé à ce niveau"


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
    per
        Column that the first is divided by; empty for none.
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
    per: str = ""

    def value(self, row: Row) -> float | None:
        """Value of a territory in the unit shown; None when it is absent."""
        value = measured(row, self.column)
        among = measured(row, self.per) if self.per else 1.0
        return self.scale * value / among if value is not None and among else None

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
        is_by_square = self.id == BEYOND and reason(row, self.column) == SOURCE_ABSENTE
        return french.MISSING if self.column in row and not is_by_square else OTHER_LEVEL

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


def compared_measures(facts: Facts, quarters: Collection[str] = ()) -> tuple[Measure, ...]:
    """List the measures of a snapshot, with its thresholds and its sources.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    quarters
        Quarters of the fibre that is shown; one names its date, none or several those of the files.
    """
    alerts = Alerts(**facts["method"]["parameters"]["alerts"])
    places = f"lieux{NBSP}: {credit(facts, *PLACE_SOURCES)}"
    return (
        Measure(
            id=UNDERSERVED,
            label="Habitants de communes sous-desservies",
            subject="la part des habitants de communes sous-desservies",
            column="population_underserved",
            decimals=1,
            unit="%",
            source=f"Méthode {facts['method']['version']}",
            scale=100,
            per="population",
        ),
        Measure(
            id=FIBRE,
            label="Couverture par la fibre",
            subject="la fibre",
            column="taux_couverture_ftth",
            decimals=1,
            unit="%",
            source=_fibre_source(facts, quarters),
            scale=100,
            alert=alerts.fibre_pct,
            is_low_better=False,
        ),
        *_of_travel(facts, alerts, places),
        Measure(
            id=SUPPLY,
            label=f"Offre accessible ({HOURS_RATE_UNIT})",
            subject="l'offre d'aide accessible",
            column="accessibility",
            decimals=2,
            unit="h",
            source=capitalised(places),
            alert=alerts.accessibility_min,
            is_low_better=False,
        ),
        Measure(
            id=NEED,
            label="Besoin d'aide, de 1 à 10",
            subject="le besoin d'aide",
            column="need",
            decimals=1,
            unit="sur 10",
            source=capitalised(need_wording(facts)),
            alert=alerts.need,
            is_low_better=None,
        ),
    )


def _of_travel(facts: Facts, alerts: Alerts, places: str) -> tuple[Measure, ...]:
    """List the measures of the way to a place of help, given the credit of the places."""
    source = f"{capitalised(travel_words(facts))}{NBSP}; {places}"
    return (
        Measure(
            id=TIME,
            label="Temps d'accès à un lieu d'aide",
            subject="le temps d'accès à un lieu d'aide",
            column="nearest_site_min",
            decimals=1,
            unit="min",
            source=source,
            alert=alerts.time_min,
        ),
        Measure(
            id=BEYOND,
            label=f"Habitants à plus de {time_limit(facts)} d'un lieu d'aide",
            subject="la part des habitants loin d'un lieu d'aide",
            column="population_beyond_time_share",
            decimals=1,
            unit="%",
            source=source,
            scale=100,
        ),
    )


def _fibre_source(facts: Facts, quarters: Collection[str]) -> str:
    """Name the producer of the fibre and its quarter, when there is only one."""
    if len(quarters) == 1:
        return fibre_credit(facts, {"fibre_quarter": next(iter(quarters))})
    return credit(facts, "fibre")

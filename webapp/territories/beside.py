"""A figure beside those of other territories: their values, and all of them on one strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto.drawing.charts.strip import SHAPES, Dot, draw_strip
from webapp.territories.references import Reference
from webapp.views.compared_measures import BEYOND, FIBRE, NEED, SUPPLY, TIME, Measure

Row = Mapping[str, Any]

HERE = SHAPES[0]
_FIXED_ENDS = {FIBRE: (0.0, 100.0), BEYOND: (0.0, 100.0), NEED: (1.0, 10.0)}
# Alerts of which the line shows as much beyond as before.
_MEASURED_FROM_ALERT = {TIME: 2, SUPPLY: 4}


@dataclass(frozen=True)
class Beside:
    """The value of another territory, and the shape that stands for it."""

    shape: str
    nom: str
    value: str


@dataclass(frozen=True)
class Comparison:
    """The values of other territories, and the strip; both empty when nothing can be compared."""

    values: tuple[Beside, ...] = ()
    strip: str = ""

    def saying(self, words: str) -> Comparison:
        """Return the same comparison, each value followed by words."""
        values = (replace(one, value=f"{one.value} {words}") for one in self.values)
        return replace(self, values=tuple(values))


def compare(
    measure: Measure,
    nom: str,
    row: Row,
    references: Sequence[Reference],
    *,
    has_alert: bool = False,
) -> Comparison:
    """Put a value beside those of the references that know it.

    Parameters
    ----------
    measure
        What is compared.
    nom, row
        The territory of the page.
    references
        Those to compare it with.
    has_alert
        Whether the alert is marked: it is that of a commune, not of the mean of several.
    """
    known = [
        (reference, value)
        for reference in references
        if (value := measure.value(reference.row)) is not None
    ]
    beside = tuple(
        Beside(reference.shape, reference.nom, measure.amount(value)) for reference, value in known
    )
    own = measure.value(row)
    if own is None or not known:
        return Comparison(beside)
    dots = [
        Dot(nom, own, measure.amount(own), HERE),
        *(
            Dot(reference.nom, value, measure.amount(value), reference.shape)
            for reference, value in known
        ),
    ]
    alert = measure.alert if has_alert else None
    return Comparison(beside, draw_strip(measure.label, dots, ends_of(measure), alert))


def ends_of(measure: Measure) -> tuple[float, float]:
    """Return the ends of the line of a measure, the same on every page of a snapshot."""
    if measure.id in _FIXED_ENDS:
        return _FIXED_ENDS[measure.id]
    times = _MEASURED_FROM_ALERT.get(measure.id)
    return (0.0, times * measure.alert) if times and measure.alert else (0.0, 100.0)

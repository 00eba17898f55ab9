"""The dumbbells of a comparison: one per measure, on one scale, with its values in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carto import french
from carto.drawing.charts.dumbbell import Axis, Pin, draw_dumbbell
from carto.french import NBSP
from carto.typography import typeset
from webapp.comparison.compared_territories import Territory
from webapp.views.compared_measures import FIBRE, NEED, Measure

_HIGHEST_NEED = 10


@dataclass(frozen=True)
class StripLine:
    """The value of a territory; `mark` is its letter, or `1` or `2` for a reference."""

    mark: str
    colour: str
    nom: str
    written: str
    is_missing: bool


@dataclass(frozen=True)
class Strip:
    """A measure: its drawing, the values, the gap in words, the source."""

    label: str
    svg: Markup
    lines: tuple[StripLine, ...]
    caption: str
    source: str


def strips(
    territories: Sequence[Territory], beside: Sequence[Territory], measures: Sequence[Measure]
) -> list[Strip]:
    """Draw the measures that at least one territory knows.

    Parameters
    ----------
    territories
        Those that are compared.
    beside
        References, at most two.
    measures
        In the order of the page.
    """
    return [
        _strip(territories, beside, measure)
        for measure in measures
        if any(measure.value(one.row) is not None for one in territories)
    ]


def _strip(
    territories: Sequence[Territory], beside: Sequence[Territory], measure: Measure
) -> Strip:
    """Draw one measure."""
    pins, others = (
        [Pin(one.letter, one.nom, measure.value(one.row), measure.write(one.row)) for one in some]
        for some in (territories, beside)
    )
    axis = _axis(measure, [pin.value for pin in (*pins, *others) if pin.value is not None])
    drawn = draw_dumbbell(measure.label, pins, axis, others)
    marks = [one.letter for one in territories] + [str(i + 1) for i in range(len(beside))]
    return Strip(
        label=measure.label,
        svg=Markup(drawn),  # noqa: S704 - escaped by draw_dumbbell
        lines=tuple(
            StripLine(mark, one.colour, one.nom, pin.written, pin.value is None)
            for mark, one, pin in zip(marks, (*territories, *beside), (*pins, *others), strict=True)
        ),
        caption=typeset(_gap(measure, pins)),
        source=measure.source,
    )


def _axis(measure: Measure, values: Sequence[float]) -> Axis:
    """Choose the ends of the scale: whole numbers that hold the values and the threshold."""
    held = [*values, *([] if measure.alert is None else [measure.alert])]
    low, high = 0.0, float(max(held))
    if measure.id == FIBRE:
        low, high = 10.0 * math.floor(min(min(held) / 10, 9)), 100.0
    elif measure.id == NEED:
        low, high = 1.0, float(_HIGHEST_NEED)
    else:
        step = 10 if measure.unit == "%" or high > 50 else 5 if high > 5 else 1
        high = float(step * max(1, math.ceil(high / step)))
    ends = (_end(low, measure.unit), _end(high, measure.unit))
    threshold = None if measure.alert is None else (measure.alert, measure.alert_words)
    return Axis(low, high, ends, threshold)


def _end(value: float, unit: str) -> str:
    """Write an end of the scale; a score has no unit there."""
    return french.number(value, 0, "" if unit.startswith("sur") else unit)


def _gap(measure: Measure, pins: Sequence[Pin]) -> str:
    """Say how far apart the values are, as they are shown."""
    known = sorted((pin for pin in pins if pin.value is not None), key=lambda pin: pin.value or 0)
    if len(known) < 2:
        return "Une seule valeur connue."
    least, most = (known[0], known[-1])
    if least.written == most.written:
        return "Aucun écart."
    apart = round(
        french.rounded(most.value or 0, measure.decimals)
        - french.rounded(least.value or 0, measure.decimals),
        measure.decimals,
    )
    unit = measure.unit
    if unit in ("%", "sur 10"):
        unit = "point" if apart < 2 else "points"
    return f"Écart{NBSP}: {french.number(apart, measure.decimals, unit)}."

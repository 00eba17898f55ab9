"""What a scenario changes of an indicator, commune by commune: losses, no change, gains.

The scale diverges from « unchanged », which is neutral: orange for a loss, purple for a gain. A
difference is the value after less the value before; whether it is a gain depends on the indicator.
A commune whose value is unknown on either side has no difference, and is drawn as missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from carto import french
from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator, classes_of
from carto.drawing.wording import Row, measured
from carto.french import MISSING, NBSP
from carto.typography import typeset

DIFFERENCE = "difference"
# Below the precision of publication: the same value.
_SAME = 1e-9
_UNCHANGED, _DECIMALS = 2, 2


@dataclass(frozen=True)
class Reading:
    """How the difference of an indicator is read.

    Attributes
    ----------
    way
        1 when more is better, -1 when less is.
    large
        A change beyond this, in the unit of the indicator, is a large one.
    labels
        Large loss, loss, no change, gain, large gain.
    """

    way: int
    large: float
    labels: tuple[str, str, str, str, str]


READINGS: Mapping[str, Reading] = {
    "temps": Reading(
        -1,
        5.0,
        (
            f"plus de 5{NBSP}min de plus",
            f"jusqu'à 5{NBSP}min de plus",
            "inchangé",
            f"jusqu'à 5{NBSP}min de moins",
            f"plus de 5{NBSP}min de moins",
        ),
    ),
    "acces": Reading(
        1,
        0.5,
        (
            f"plus de 0,5{NBSP}h de moins",
            f"jusqu'à 0,5{NBSP}h de moins",
            "inchangée",
            f"jusqu'à 0,5{NBSP}h de plus",
            f"plus de 0,5{NBSP}h de plus",
        ),
    ),
    "verdict": Reading(
        -1,
        1.0,
        (
            "plus grave de deux classes ou trois",
            "plus grave d'une classe",
            "même classe",
            "moins grave d'une classe",
            "moins grave de deux classes ou trois",
        ),
    ),
}


def difference_of(shown: Indicator) -> Indicator:
    """Build the map of what changes in an indicator.

    Parameters
    ----------
    shown
        One of `READINGS`; the rows of its difference hold the column `DIFFERENCE`.
    """
    reading = READINGS[shown.id]
    title = f"Ce qui change : {shown.definition.title[:1].lower()}{shown.definition.title[1:]}"
    definition = replace(
        shown.definition,
        label="Ce qui change",
        title=typeset(title),
        question="Valeur après, moins valeur avant ; neutre : rien ne change.",
    )
    return Indicator(
        id=f"ecart-{shown.id}",
        group=shown.group,
        column=DIFFERENCE,
        definition=definition,
        classes=classes_of([*map(typeset, reading.labels)], palettes.DIFFERENCE, worst=0),
        missing_label="inconnu avant ou après",
        classify=partial(_class_of, reading=reading),
        write=partial(_write, unit=shown.unit),
        units=shown.units,
        # Extremes of a difference would be said of « no change »: the classes say it all.
        measure=lambda _: None,
    )


def _class_of(row: Row, reading: Reading) -> int | None:
    """Class of a difference, from a large loss to a large gain."""
    difference = measured(row, DIFFERENCE)
    if difference is None:
        return None
    gain = reading.way * difference
    if abs(gain) < _SAME:
        return _UNCHANGED
    is_large = abs(gain) > reading.large + _SAME
    return _UNCHANGED + (2 if is_large else 1) * (1 if gain > 0 else -1)


def _write(row: Row, unit: str) -> str:
    """Write a difference with its sign."""
    difference = measured(row, DIFFERENCE)
    if difference is None:
        return MISSING
    if abs(difference) < _SAME:
        return "inchangé"
    sign = "+" if difference > 0 else "−"
    return f"{sign}{french.number(abs(difference), _DECIMALS, unit)}"

"""Classes made from the values of one map: to see it in more contrast, never to compare two dates.

Bounds change with the values, so with the quarter and the territory; the legend prints the method,
the bounds and the communes that they were computed on. The colours, the worst class and the side
of a value equal to a bound stay those of the indicator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from carto.drawing.indicators.indicator import Indicator, MapClass, Scale, classes_of
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.wording import Row
from carto.french import NBSP, capitalised, number, plural
from carto.statistics.classes import breaks_between, natural_bounds, quantile_bounds
from carto.typography import typeset

THRESHOLDS, NATURAL, QUANTILES = "seuils", "jenks", "quantiles"
METHODS = {
    THRESHOLDS: "seuils fixes",
    NATURAL: "seuils naturels (Jenks)",
    QUANTILES: "effectifs égaux",
}
_BOUNDS = {NATURAL: natural_bounds, QUANTILES: quantile_bounds}


@dataclass(frozen=True)
class DataClasses:
    """An indicator cut by its values, and the sentence that says how."""

    indicator: Indicator
    note: str


def can_be_cut(indicator: Indicator) -> bool:
    """Whether classes may be made from the values: a number of the communes, at one date."""
    return indicator.scale is not None and indicator.units == COMMUNE


def cut_by_values(
    indicator: Indicator, rows: Sequence[Row], method: str, territory: str
) -> DataClasses:
    """Cut an indicator into as many classes as it has, by the values of some communes.

    Parameters
    ----------
    indicator
        One that `can_be_cut`.
    rows
        Communes whose values make the classes: those of the territory.
    method
        A key of `METHODS`; with the fixed thresholds, nothing changes.
    territory
        French name of what the communes make up.

    Returns
    -------
    DataClasses
        Fewer classes when there are fewer distinct values; the indicator itself when there is
        none.
    """
    scale = indicator.scale
    if scale is None or method == THRESHOLDS:
        return DataClasses(indicator, "")
    known = [value for row in rows if (value := scale.number(row)) is not None]
    if not known:
        return DataClasses(indicator, "Aucune valeur connue : les seuils fixes sont gardés.")
    wanted = len(scale.bounds) + 1
    bounds = breaks_between(known, _BOUNDS[method](known, wanted), is_left_open=scale.is_left_open)
    classify, write = scale.cut(bounds)
    cut = replace(
        indicator,
        classes=_classes(indicator, scale, bounds),
        classify=classify,
        write=write,
        scale=replace(scale, bounds=tuple(bounds)),
    )
    return DataClasses(cut, _note(method, bounds, scale.unit, len(known), territory))


def _classes(indicator: Indicator, scale: Scale, bounds: Sequence[float]) -> tuple[MapClass, ...]:
    """Name and colour the new classes: the ends of the ramp stay; what is no number stays too."""
    count = len(scale.bounds) + 1
    numbers, others = indicator.classes[:count], indicator.classes[count:]
    places = np.linspace(0, count - 1, len(bounds) + 1).round().astype(int).tolist()
    if not bounds:
        places = [count // 2]
    labels = _labels(bounds, scale)
    made = classes_of(labels, [numbers[place].colour for place in places], worst=None)
    marked = (
        replace(class_, is_worst=numbers[place].is_worst)
        for class_, place in zip(made, places, strict=True)
    )
    return (*marked, *others)


def _labels(bounds: Sequence[float], scale: Scale) -> list[str]:
    """Name the classes by their bounds."""
    if not bounds:
        return ["toutes les valeurs"]
    first, last = (f"{_exact(bound)}{NBSP}{scale.unit}" for bound in (bounds[0], bounds[-1]))
    inner = [f"{_exact(low)} à {_exact(high)}{NBSP}{scale.unit}" for low, high in pairwise(bounds)]
    if scale.is_left_open:
        return [f"{first} ou moins", *inner, f"plus de {last}"]
    return [f"moins de {first}", *inner, f"{last} et plus"]


def _note(method: str, bounds: Sequence[float], unit: str, count: int, territory: str) -> str:
    """Say how the classes were made."""
    listed = " ; ".join(map(_exact, bounds)) if bounds else "aucune"
    words = METHODS[method]
    return typeset(
        f"{capitalised(words)}, d'après les valeurs de {plural(count, 'commune')} "
        f"({territory}). Bornes : {listed}{f' {unit}' if bounds else ''}. Ces classes changent "
        "avec le trimestre et le territoire : deux cartes ne se comparent pas."
    )


def _exact(bound: float) -> str:
    """Write a bound with all its decimals and no other.

    >>> _exact(9.0), _exact(0.285)
    ('9', '0,285')
    """
    return number(bound, 9).rstrip("0").rstrip(",")

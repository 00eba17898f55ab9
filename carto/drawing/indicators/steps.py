"""Steps between class bounds: their French labels, and the step in which a commune falls.

A value equal to a bound falls on the side where the method puts a value equal to its threshold:
steps are right-open, [a, b), where the alert is below a threshold or from it on, and left-open,
(a, b], for the travel time, whose alert is above. A commune whose value is absent falls in none
(None).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from carto.drawing.wording import Row, StepOf, is_out_of_reach, left_percent, measured, threshold
from carto.french import NBSP


def with_threshold(bounds: Sequence[float], alert: float) -> tuple[float, ...]:
    """Put an alert threshold among class bounds, in place of the nearest one.

    >>> with_threshold((50, 75, 90, 95), 97), with_threshold((50, 75, 90, 95), 90)
    ((50, 75, 90, 97), (50, 75, 90, 95))
    """
    nearest = min(bounds, key=lambda bound: abs(bound - alert))
    return tuple(alert if bound == nearest else bound for bound in bounds)


def labels(bounds: Sequence[float], unit: str, alert: float) -> list[str]:
    r"""Name right-open steps; the one that ends at the alert threshold says so.

    >>> labels((50, 95), "%", 95)
    ['moins de 50\xa0%', '50 à 95\xa0%\xa0(seuil)', '95\xa0% et plus']
    """
    ends = _ends(bounds, unit, alert)
    return [f"moins de {ends[0]}", *_between(bounds, ends), f"{_amount(bounds[-1], unit)} et plus"]


def labels_up_to(bounds: Sequence[float], unit: str, alert: float) -> list[str]:
    r"""Name left-open steps; the one that ends at the alert threshold says so.

    >>> labels_up_to((5, 20), "min", 20)
    ['5\xa0min ou moins', '5 à 20\xa0min\xa0(seuil)', 'plus de 20\xa0min']
    """
    mark = f"{NBSP}(seuil)" if bounds[0] == alert else ""
    first, last = _amount(bounds[0], unit), _amount(bounds[-1], unit)
    inner = _between(bounds, _ends(bounds, unit, alert))
    return [f"{first} ou moins{mark}", *inner, f"plus de {last}"]


def score_labels(bounds: Sequence[float], lowest: int, highest: int) -> list[str]:
    """Name the steps of a whole score by the scores that each holds.

    >>> score_labels((3, 7), 1, 10), score_labels((3, 6.5), 1, 10)
    (['1 ou 2', '3 à 6', '7 à 10'], ['1 à moins de 3', '3 à moins de 6,5', '6,5 à 10'])
    """
    edges = (lowest, *bounds, highest + 1)
    if any(edge != int(edge) for edge in edges):
        inner = [f"{threshold(a)} à moins de {threshold(b)}" for a, b in pairwise(edges[:-1])]
        return [*inner, f"{threshold(bounds[-1])} à {highest}"]
    return [
        f"{threshold(low)} {'ou' if high - low == 2 else 'à'} {threshold(high - 1)}"
        for low, high in pairwise(edges)
    ]


def class_of_verdict(row: Row) -> int | None:
    """Class of the verdict; None when undecided or without object."""
    verdict = str(row.get("verdict"))
    return int(verdict) if verdict in ("0", "1", "2", "3") else None


def class_of_number(
    row: Row, column: str, bounds: Sequence[float], step_of: StepOf = bisect_right
) -> int | None:
    """Step of the number in a column: `bisect_right` for right-open steps, or `bisect_left`."""
    value = measured(row, column)
    return None if value is None else step_of(bounds, value)


def class_of_word(row: Row, column: str, words: Sequence[str]) -> int | None:
    """Place of the word in a column among ordered ones; None when it is not one of them."""
    word = row.get(column)
    return words.index(str(word)) if word in words else None


def class_of_left(row: Row, bounds: Sequence[float]) -> int | None:
    """Left-open step of the share of premises still to be made connectable."""
    share = left_percent(row)
    return None if share is None else bisect_left(bounds, share)


def class_of_time(row: Row, bounds: Sequence[float]) -> int | None:
    """Left-open step of the travel time; an island without a place has its own class, last."""
    if is_out_of_reach(row):
        return len(bounds) + 1
    return class_of_number(row, "nearest_site_min", bounds, bisect_left)


def class_of_bounded(row: Row, bounds: Sequence[float]) -> int | None:
    """Step of the accessible supply, or the step that its two bounds share."""
    exact = class_of_number(row, "accessibility", bounds)
    if exact is not None:
        return exact
    low = class_of_number(row, "accessibility_low", bounds)
    high = class_of_number(row, "accessibility_high", bounds)
    return low if low == high else None


def _ends(bounds: Sequence[float], unit: str, alert: float) -> list[str]:
    """Write every bound as the end of a step, with a mark on the alert threshold."""
    return [_amount(bound, unit) + (f"{NBSP}(seuil)" if bound == alert else "") for bound in bounds]


def _between(bounds: Sequence[float], ends: Sequence[str]) -> list[str]:
    """Name the steps that have two bounds."""
    return [f"{threshold(low)} à {end}" for low, end in zip(bounds[:-1], ends[1:], strict=True)]


def _amount(bound: float, unit: str) -> str:
    """Write a bound with its unit."""
    return f"{threshold(bound)}{NBSP}{unit}"

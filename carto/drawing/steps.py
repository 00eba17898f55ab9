"""Steps between class bounds: their French labels, and the step in which a commune falls.

Steps are right-open, [a, b). A commune whose value is absent falls in none (None).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from carto.drawing.wording import Row, is_out_of_reach, measured, threshold
from carto.french import NBSP


def with_threshold(bounds: Sequence[float], alert: float) -> tuple[float, ...]:
    """Put an alert threshold among class bounds, in place of the nearest one.

    >>> with_threshold((50, 75, 90, 95), 97), with_threshold((50, 75, 90, 95), 90)
    ((50, 75, 90, 97), (50, 75, 90, 95))
    """
    nearest = min(bounds, key=lambda bound: abs(bound - alert))
    return tuple(alert if bound == nearest else bound for bound in bounds)


def labels(bounds: Sequence[float], unit: str, alert: float) -> list[str]:
    r"""Name the steps between bounds; the step that ends at the alert threshold says so.

    >>> labels((5, 20), "min", 20)
    ['moins de 5\xa0min', '5 à 20\xa0min\xa0(seuil)', '20\xa0min et plus']
    """

    def end(bound: float) -> str:
        return f"{threshold(bound)}{NBSP}{unit}" + (f"{NBSP}(seuil)" if bound == alert else "")

    return [
        f"moins de {end(bounds[0])}",
        *(f"{threshold(low)} à {end(high)}" for low, high in pairwise(bounds)),
        f"{threshold(bounds[-1])}{NBSP}{unit} et plus",
    ]


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


def class_of_number(row: Row, column: str, bounds: Sequence[float]) -> int | None:
    """Step of the number in a column."""
    value = measured(row, column)
    return None if value is None else bisect_right(bounds, value)


def class_of_time(row: Row, bounds: Sequence[float]) -> int | None:
    """Step of the travel time; an island without a place has its own class after the others."""
    if is_out_of_reach(row):
        return len(bounds) + 1
    return class_of_number(row, "nearest_site_min", bounds)


def class_of_bounded(row: Row, bounds: Sequence[float]) -> int | None:
    """Step of the accessible supply, or the step that its two bounds share."""
    exact = class_of_number(row, "accessibility", bounds)
    if exact is not None:
        return exact
    low = class_of_number(row, "accessibility_low", bounds)
    high = class_of_number(row, "accessibility_high", bounds)
    return low if low == high else None

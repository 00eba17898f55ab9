"""The value of one commune in French words, as maps, tables and the panel write it.

A rounded value never contradicts the class it is drawn in: decimals are added until it does not.
A missing value reads as missing, with its reason when the row carries one.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from carto.flags import ILE_SANS_LIEU, MEANINGS
from carto.french import MISSING, NBSP, number, percent, plural, rounded
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS

Row = Mapping[str, object]
StepOf = Callable[[Sequence[float], float], int]

RATE, LEFT_COUNT, GAIN = "taux_couverture_ftth", "locaux_restants", "fibre_gain_points"
# A rate above zero and under this one would be written as zero.
_LEAST_RATE = 0.0005
NO_PLACE_BY_ROAD = "aucun lieu accessible par la route"


def measured(row: Row, column: str) -> float | None:
    """Return the number in a column, or None when it is absent (None, NaN, or no column)."""
    value = row.get(column)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and not math.isnan(value):
        return float(value)
    return None


def reason(row: Row, column: str) -> str | None:
    """Return the code of the reason for which a column is empty, None when the row has none."""
    reasons = row.get("reasons")
    if isinstance(reasons, str):
        reasons = json.loads(reasons or "{}")
    if isinstance(reasons, Mapping) and column in reasons:
        return str(reasons[column])
    return None


def is_out_of_reach(row: Row) -> bool:
    """Whether no road leads from the commune to any place (an island without one)."""
    return reason(row, "nearest_site_min") == ILE_SANS_LIEU


def write_verdict(row: Row) -> str:
    """Write the verdict, with the classes still possible when it is undecided."""
    verdict = str(row.get("verdict"))
    low, high = measured(row, "verdict_low"), measured(row, "verdict_high")
    if verdict == "indetermine" and low is not None and high is not None and low < high:
        lowest, highest = VERDICT_WORDS[f"{low:.0f}"], VERDICT_WORDS[f"{high:.0f}"]
        return f"indéterminé (entre {lowest} et {highest})"
    return VERDICT_WORDS.get(verdict, MISSING)


def write_type(row: Row) -> str:
    """Write the type of a commune."""
    type_ = str(row.get("typology"))
    if type_ in TERRITORY_TYPES:
        return TERRITORY_TYPES[type_].words
    return VERDICT_WORDS["sans_objet"] if type_ == "sans_objet" else _missing(row, "typology")


def write_robustness(row: Row) -> str:
    """Write how far the verdict holds."""
    words = ROBUSTNESS_WORDS.get(str(row.get("robustness")))
    return _missing(row, "robustness") if words is None else words


def write_rate(row: Row, bounds: Sequence[float]) -> str:
    r"""Write the fibre rate as a percentage; `bounds` are the class bounds, in percent.

    >>> write_rate({"taux_couverture_ftth": 0.0004}, (95,)), write_rate({RATE: 0.0}, (95,))
    ('0,1\xa0%', '0,0\xa0%')
    """
    rate = measured(row, RATE)
    if rate is None:
        return _missing(row, RATE)
    if 0 < rate < _LEAST_RATE:
        return percent(rate)
    return faithful(100 * rate, 1, "%", (*bounds, 100))


def measured_percent(row: Row) -> float | None:
    """Fibre rate in percent, None when it is absent.

    >>> measured_percent({"taux_couverture_ftth": 0.914})
    91.4
    """
    rate = measured(row, RATE)
    return None if rate is None else round(100 * rate, 4)


def left_percent(row: Row) -> float | None:
    """Share of premises still to be made connectable, in percent; None when it is unknown.

    The rate is published with six decimals, so that four of a percentage say it all.

    >>> left_percent({"taux_couverture_ftth": 0.95}), left_percent({})
    (5.0, None)
    """
    rate = measured(row, RATE)
    return None if rate is None else round(100 * (1 - rate), 4)


def write_left(row: Row, bounds: Sequence[float]) -> str:
    """Write the share of premises still to be made connectable, and how many they are."""
    share = left_percent(row)
    if share is None:
        return _missing(row, RATE)
    written = faithful(share, 1, "%", (0, *bounds), bisect_left)
    count = measured(row, LEFT_COUNT)
    return written if count is None else f"{written} ({plural(int(count), 'local', 'locaux')})"


def write_gain(row: Row, bounds: Sequence[float]) -> str:
    """Write a gain in points, with its sign."""
    points = measured(row, GAIN)
    if points is None:
        return _missing(row, GAIN)
    written = faithful(points, 1, "point" if abs(points) < 2 else "points", bounds)
    return f"+{written}" if points > 0 else written.replace("-", "−")


def write_time(row: Row, bounds: Sequence[float], limit: float) -> str:
    """Write the travel time to the nearest place; near the limit of the alert, with a decimal."""
    if is_out_of_reach(row):
        return NO_PLACE_BY_ROAD
    minutes = measured(row, "nearest_site_min")
    if minutes is None:
        return _missing(row, "nearest_site_min")
    return faithful(minutes, time_decimals(minutes, limit), "min", bounds, bisect_left)


def time_decimals(minutes: float, limit: float) -> int:
    """Choose the decimals of a time: near the limit of the alert, it never reads as it.

    >>> [time_decimals(minutes, 20) for minutes in (17.2, 19.74, 19.96, 20)]
    [0, 1, 2, 0]
    """
    if minutes == limit or abs(minutes - limit) >= 1:
        return 0
    return next((some for some in (1, 2) if rounded(minutes, some) != limit), 2)


def write_accessibility(row: Row, bounds: Sequence[float], unit: str) -> str:
    """Write the accessible supply, or the two bounds that hold it."""
    hours = measured(row, "accessibility")
    if hours is not None:
        return faithful(hours, 2, unit, bounds)
    low, high = measured(row, "accessibility_low"), measured(row, "accessibility_high")
    if low is None or high is None:
        return _missing(row, "accessibility")
    return f"entre {faithful(low, 2, '', bounds)} et {faithful(high, 2, unit, bounds)}"


def write_need(row: Row, bounds: Sequence[float]) -> str:
    """Write the need, from 1 (low) to 10 (high)."""
    need = measured(row, "need")
    if need is None:
        return _missing(row, "need")
    return faithful(need, 0 if need == int(need) else 1, "sur 10", bounds)


def faithful(
    value: float,
    decimals: int,
    unit: str,
    bounds: Sequence[float],
    step_of: StepOf = bisect_right,
) -> str:
    r"""Write a number with enough decimals to stay on its side of every class bound.

    `step_of` tells the side of a value equal to a bound: `bisect_right` above, `bisect_left` below.

    >>> faithful(94.97, 0, "%", (50, 95)), faithful(94.2, 0, "%", (50, 95))
    ('94,97\xa0%', '94\xa0%')
    >>> faithful(20.04, 0, "min", (10, 20), bisect_left)
    '20,04\xa0min'
    """
    drawn_in = step_of(bounds, value)
    while decimals < 6 and step_of(bounds, rounded(value, decimals)) != drawn_in:
        decimals += 1
    return number(value, decimals, unit)


def threshold(value: float) -> str:
    """Write a bound exactly, with no decimal that says nothing (at most three).

    >>> threshold(95.0), threshold(0.285), threshold(0.14)
    ('95', '0,285', '0,14')
    """
    return number(value, 3).rstrip("0").rstrip(",")


def _missing(row: Row, column: str) -> str:
    """Words for a missing value, with its reason when the row tells it."""
    meaning = MEANINGS.get(reason(row, column) or "")
    if meaning is None:
        return MISSING
    return f"{MISSING}{NBSP}: {meaning[0].lower()}{meaning[1:].rstrip('.')}"

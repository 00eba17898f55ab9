"""One value out of those of the communes that merged, by the rule of its column.

A sum that would lack a part is missing, never partial. A mean is weighted by population; it may
lack the parts of few people (secrecy covers small communes), never those of many.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from carto import flags
from carto.contracts import Column, ColumnType, MergeRule

# Under this share of the people a mean is not given (as in every territory, method, §4).
MIN_INFORMED = 0.8
_BY_TYPE: dict[ColumnType, MergeRule] = {"string": "main", "boolean": "main", "date": "earliest"}


@dataclass(frozen=True)
class Part:
    """What one former commune brings to a commune.

    Attributes
    ----------
    value
        Its value, None when it is missing.
    weight
        Its population; NaN when unknown.
    is_main
        Whether it stands for the merged commune: same code, else the most people.
    is_share
        Whether it was itself divided, so that its value is that of a larger territory.
    is_unshared
        Whether it was divided and its count, though known, could not be shared.
    """

    value: object
    weight: float
    is_main: bool
    is_share: bool = False
    is_unshared: bool = False


@dataclass(frozen=True)
class Merged:
    """A value, and the flag of what is doubtful or missing about it; None when nothing is."""

    value: object
    flag: str | None = None


def merge(column: Column, parts: Sequence[Part]) -> Merged:
    """Make one value of the parts of a commune.

    Parameters
    ----------
    column
        Its `when_merged` is the rule; without one a text is taken from the main part.
    parts
        At least one; exactly one is the main one.

    Raises
    ------
    ValueError
        For numbers without a rule: only their meaning says whether they add up.
    """
    if any(part.is_unshared for part in parts):
        return Merged(None, flags.PARTAGE_SANS_POPULATION)
    known = [part for part in parts if part.value is not None]
    if not known:
        return Merged(None)
    rule = column.when_merged or _BY_TYPE.get(column.type)
    if rule == "sum":
        return _sum(parts, known)
    if rule == "mean":
        return _mean(parts, known)
    if rule in ("earliest", "latest"):
        return _date(rule, parts, known)
    if rule in ("main", "place"):
        main = next(part for part in parts if part.is_main)
        return _flagged(main.value, known) if rule == "main" else Merged(main.value)
    raise ValueError(f"{column.name}: no rule says how its values merge (Column.when_merged)")


def _sum(parts: Sequence[Part], known: Sequence[Part]) -> Merged:
    """Add counts, all of them."""
    if len(known) < len(parts):
        return Merged(None, flags.FUSION_INCOMPLETE)
    total = sum(part.value for part in known)  # type: ignore[misc]
    return Merged(total, flags.ESTIME_PARTAGE if any(part.is_share for part in parts) else None)


def _mean(parts: Sequence[Part], known: Sequence[Part]) -> Merged:
    """Weigh values by population; when one is unknown, all weigh the same."""
    weights = {id(part): part.weight for part in parts}
    if not all(weight >= 0 for weight in weights.values()) or not sum(weights.values()) > 0:
        weights = dict.fromkeys(weights, 1.0)
    informed = math.fsum(weights[id(part)] for part in known)
    if informed < MIN_INFORMED * math.fsum(weights.values()):
        return Merged(None, flags.FUSION_INCOMPLETE)
    if len({part.value for part in known}) == 1:
        return _flagged(known[0].value, parts)
    products = (float(part.value) * weights[id(part)] for part in known)  # type: ignore[arg-type]
    return Merged(math.fsum(products) / informed, flags.ESTIME_FUSION)


def _date(rule: str, parts: Sequence[Part], known: Sequence[Part]) -> Merged:
    """Take the first of dates, or the last one, which an unknown date could follow."""
    dates = sorted(str(part.value) for part in known)
    if rule == "latest" and len(known) < len(parts):
        return Merged(None, flags.FUSION_INCOMPLETE)
    return _flagged(dates[0] if rule == "earliest" else dates[-1], known)


def _flagged(value: object, parts: Sequence[Part]) -> Merged:
    """Flag a value that parts disagree about, or that is that of a larger territory."""
    if any(part.is_share for part in parts):
        return Merged(value, flags.ESTIME_PARTAGE)
    differ = len({part.value for part in parts if part.value is not None}) > 1
    return Merged(value, flags.ESTIME_FUSION if differ else None)

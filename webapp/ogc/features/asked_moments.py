"""`datetime`: the instant or the interval that features must share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.parameters import Query

Seconds = NDArray[np.int64]

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2}))?",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"([0-9]{4})-T([1-4])")
_DAY_S = 86_400
_OPEN = ("", "..")
_BEFORE_ALL, _AFTER_ALL = -(2**62), 2**62
_FORM = (
    "une date (2026-06-30), un instant (2026-06-30T12:00:00Z) ou un intervalle "
    "(2025-01-01/2026-06-30, ../2026-06-30, 2025-01-01/..)"
)


@dataclass(frozen=True)
class AskedMoments:
    """From one second to another, in seconds since 1970, both included."""

    first: int
    last: int

    def mask(self, table: FeatureTable) -> NDArray[np.bool_]:
        """Choose the features whose time meets the interval, and those that have no time."""
        if table.moments is None:
            return np.ones(len(table), dtype=np.bool_)
        firsts, lasts, known = moments(table)
        return ~known | ((firsts <= self.last) & (lasts >= self.first))


def moments(table: FeatureTable) -> tuple[Seconds, Seconds, NDArray[np.bool_]]:
    """First and last second of each feature, and where they are known.

    Parameters
    ----------
    table
        A collection that has a time.
    """
    column = table.column(str(table.moments))
    if column.different is not None:
        spans = np.array([_quarter(text) for text in column.different], dtype=np.int64)
        held = spans[column.values]
        return held[:, 0], held[:, 1], column.known
    firsts = column.values.astype("datetime64[s]").astype(np.int64)
    return firsts, firsts + _DAY_S - 1, column.known


def read_moments(query: Query) -> AskedMoments | None:
    """Read `datetime`; None when it is absent.

    Raises
    ------
    ParameterError
        When it is neither an instant nor an interval, or ends before it starts.

    Examples
    --------
    >>> from werkzeug.datastructures import MultiDict
    >>> read_moments(MultiDict({"datetime": "1970-01-02"}))
    AskedMoments(first=86400, last=172799)
    >>> read_moments(MultiDict({"datetime": "1970-01-01T00:00:10Z/.."})).first
    10
    """
    text = query.get("datetime")
    if text is None:
        return None
    ends = text.split("/", 2)
    spans = [_span(end) for end in ends]
    if len(ends) == 1 and ends[0] not in _OPEN and spans[0] is not None:
        return AskedMoments(*spans[0])
    if len(ends) == 2 and spans[0] is not None and spans[1] is not None:
        first, last = spans[0][0], spans[1][1]
        if first <= last:
            return AskedMoments(first, last)
    raise ParameterError(
        "datetime", f"« datetime={said_back(text)} » n'est pas compris : attendu {_FORM}."
    )


def _span(text: str) -> tuple[int, int] | None:
    """First and last second of an end of an interval; None when it cannot be read."""
    if text in _OPEN:
        return _BEFORE_ALL, _AFTER_ALL
    if not text.isascii() or not _MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    since = datetime(1970, 1, 1, tzinfo=UTC)
    is_day = ":" not in text
    second = (moment.replace(tzinfo=UTC) if is_day else moment) - since
    start = second // timedelta(seconds=1)
    return start, start + (_DAY_S - 1 if is_day else 0)


def _quarter(text: str) -> tuple[int, int]:
    """First and last second of a quarter, written 2026-T2.

    >>> _quarter("1970-T1")
    (0, 7775999)
    """
    found = _QUARTER.fullmatch(text)
    if found is None:
        return _BEFORE_ALL, _AFTER_ALL
    year, quarter = int(found[1]), int(found[2])
    start = np.datetime64(f"{year:04d}-{3 * quarter - 2:02d}", "M")
    first, after = (int((start + months).astype("datetime64[s]").astype(int)) for months in (0, 3))
    return first, after - 1

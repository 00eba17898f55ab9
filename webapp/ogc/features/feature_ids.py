"""Identifiers of the features of a collection, rising: those held, those made when they are read.

A row of the fibre is named by a code of five characters, a quarter of seven and a series: joined,
they rise as the rows do, and a million of them need not be held.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from webapp.ogc.features.feature_rows import Row, StoredRows


class FeatureIds(Protocol):
    """Identifiers by position."""

    def __len__(self) -> int:
        """Count the features."""

    def at(self, positions: Sequence[int]) -> list[str]:
        """Name some features, in the order asked for."""

    def position(self, identifier: str) -> int | None:
        """Find the feature of an identifier; None when there is none."""


class HeldIds:
    """Identifiers in memory.

    Parameters
    ----------
    ids
        Rising.

    Examples
    --------
    >>> ids = HeldIds(["29019", "29103"])
    >>> ids.position("29103"), ids.position("75056"), ids.at([1, 0])
    (1, None, ['29103', '29019'])
    """

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = tuple(ids)

    def __len__(self) -> int:
        """Count the features."""
        return len(self._ids)

    def at(self, positions: Sequence[int]) -> list[str]:
        """Name some features, in the order asked for."""
        return [self._ids[position] for position in positions]

    def position(self, identifier: str) -> int | None:
        """Find the feature of an identifier; None when there is none."""
        place = bisect_left(self._ids, identifier)
        return place if self._ids[place : place + 1] == (identifier,) else None


class QuarterIds:
    """Identifiers of the rows of the fibre, none of them held.

    Parameters
    ----------
    rows
        Sorted by commune, quarter and series.
    """

    def __init__(self, rows: StoredRows) -> None:
        self._rows = rows

    def __len__(self) -> int:
        """Count the features."""
        return len(self._rows)

    def at(self, positions: Sequence[int]) -> list[str]:
        """Name some features, in the order asked for."""
        return [quarter_id(row) for row in self._rows.at(positions)]

    def position(self, identifier: str) -> int | None:
        """Find the feature of an identifier; None when there is none."""
        places = self._rows.span("code_insee", identifier.partition("-")[0])
        place = bisect_left(places, identifier, key=lambda place: self.at([place])[0])
        found = places[place : place + 1]
        return found[0] if found and self.at(found) == [identifier] else None


def quarter_id(row: Row) -> str:
    """Identify a row of the fibre.

    >>> quarter_id({"code_insee": "29019", "quarter": "2026-T2", "series": "releve"})
    '29019-2026-T2-releve'
    """
    return f"{row['code_insee']}-{row['quarter']}-{row['series']}"

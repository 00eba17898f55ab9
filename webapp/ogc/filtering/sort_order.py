"""`sortby`: the order of the features, by one property or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.filtering.operands import KINDS

SORTBY = "sortby"
MOST_KEYS = 5

Positions = NDArray[np.int64]


@dataclass(frozen=True)
class SortKey:
    """A property to sort by.

    Attributes
    ----------
    name
        Its published name.
    is_falling
        Whether the largest value comes first.
    """

    name: str
    is_falling: bool


@dataclass(frozen=True)
class SortOrder:
    """An order of features: by the first property, then by the next where it is equal.

    Missing values come last, whichever way the order goes; equal features follow their ids.
    """

    keys: tuple[SortKey, ...]

    def positions(self, table: FeatureTable, chosen: Positions) -> Positions:
        """Put some features in this order.

        Parameters
        ----------
        table
            The collection.
        chosen
            Their positions in it, rising.
        """
        ranks: list[NDArray[Any]] = []
        for key in reversed(self.keys):
            values, is_missing = _ranks(table, key, chosen)
            ranks += [values, is_missing]
        return chosen[np.lexsort(ranks)] if ranks else chosen


def read_sortby(text: str, table: FeatureTable) -> SortOrder:
    """Read `sortby`: names apart by commas, each after `+` (rising, the default) or `-`.

    A `+` that an address does not escape reaches the service as a space, and is read as one.

    Parameters
    ----------
    text
        As the visitor wrote it.
    table
        The collection.

    Raises
    ------
    ParameterError
        When a name is unknown, empty or repeated, or when there are too many.
    """
    parts = [part.strip() for part in text.split(",", MOST_KEYS)]
    if len(parts) > MOST_KEYS:
        raise ParameterError(SORTBY, f"Le tri a trop de propriétés ({MOST_KEYS} au plus).")
    keys = tuple(SortKey(part.lstrip("+-"), part.startswith("-")) for part in parts)
    names = [key.name for key in keys]
    for part, name in zip(parts, names, strict=True):
        field = table.fields.get(name)
        if field is None or field.type not in KINDS or len(part) > len(name) + 1:
            raise ParameterError(
                SORTBY,
                f"« {SORTBY}={said_back(part)} » n'est pas compris : attendu des propriétés de la "
                "collection, comme -population,nom.",
            )
        if names.count(name) > 1:
            raise ParameterError(SORTBY, f"Le tri nomme deux fois « {name} » ; gardez-en une.")
    return SortOrder(keys)


def _ranks(
    table: FeatureTable, key: SortKey, chosen: Positions
) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Rank of each feature by a property, the same for all that miss it, and which do."""
    column = table.column(key.name)
    known = column.known[chosen]
    values = column.values[chosen]
    if column.different is not None:
        order = np.array(sorted(range(len(column.different)), key=column.different.__getitem__))
        places = np.empty(len(order), dtype=np.int64)
        places[order] = np.arange(len(order))
        values = places[values]
    elif values.dtype != np.float64:
        values = values.astype(np.int64)
    ranks = np.where(known, -values if key.is_falling else values, 0)
    return ranks, ~known

"""One collection of one snapshot: features by id, columns to filter by, shapes to compare.

Everything is read when it is asked for and little is kept: the whole of France is served by every
worker, and its fibre history alone may count a million features.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from carto.contracts import Column as Field
from webapp.long_answers import Kept
from webapp.ogc.features.column_values import ColumnValues
from webapp.ogc.features.feature_ids import FeatureIds
from webapp.ogc.features.feature_rows import FeatureRows

MOST_COLUMNS_KEPT = 16
MOST_COLUMN_BYTES = 32 * 1024 * 1024
MOST_CHOICE_BYTES = 8 * 1024 * 1024
_SHAPES_AT_ONCE = 4_000


class ColumnSource(Protocol):
    """Where the columns of a collection are read from."""

    def column(self, name: str) -> ColumnValues:
        """Read the values of a column, in the order of the features."""


class ShapeSource(Protocol):
    """Where the geometries of a collection are read from; longitudes and latitudes (CRS84)."""

    def shapes(self, positions: NDArray[np.int64]) -> NDArray[np.object_]:
        """Give the shapely geometries of some features."""

    def boxes(self) -> NDArray[np.float64]:
        """Give west, south, east and north of each feature: an array of four columns."""


def kept_choices() -> Kept[Hashable, NDArray[np.int64]]:
    """Make an empty store of choices of features: a client asks for the pages of one in a row."""
    return Kept(MOST_COLUMNS_KEPT, MOST_CHOICE_BYTES, lambda chosen: chosen.nbytes)


def kept_columns() -> Kept[str, ColumnValues]:
    """Make an empty store of columns, of as many as fit."""
    return Kept(MOST_COLUMNS_KEPT, MOST_COLUMN_BYTES, lambda values: values.nbytes)


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """The features of a collection.

    Attributes
    ----------
    id, title, description
        The collection, as addresses and people name it.
    ids
        Identifier of each feature, rising.
    rows
        Properties of each feature, in the order of `ids`; a missing value is None.
    fields
        Contract of each property, by name: type, label, description, unit, choices.
    moments
        Name of the property that says when, None when the collection has no time: a `date`, or
        a `quarter` (2026-T2).
    """

    id: str
    title: str
    description: str
    ids: FeatureIds
    rows: FeatureRows
    fields: Mapping[str, Field]
    moments: str | None
    columns: ColumnSource = field(repr=False)
    outlines: ShapeSource = field(repr=False)
    _kept: Kept[str, ColumnValues] = field(default_factory=kept_columns, repr=False)
    _choices: Kept[Hashable, NDArray[np.int64]] = field(default_factory=kept_choices, repr=False)

    def __len__(self) -> int:
        """Count the features."""
        return len(self.ids)

    def position(self, identifier: str) -> int | None:
        """Find the place of a feature in `ids` and `rows`; None when there is none of this id."""
        return self.ids.position(identifier)

    def column(self, name: str) -> ColumnValues:
        """Values of a property for every feature, and which of them are known.

        Parameters
        ----------
        name
            A key of `fields`.

        Returns
        -------
        ColumnValues
            Read once, and kept as long as there is room.
        """
        found = self._kept.get(name)
        if found is None:
            found = self.columns.column(name)
            self._kept.put(name, found)
        return found

    def chosen(self, key: Hashable, choose: Callable[[], NDArray[np.int64]]) -> NDArray[np.int64]:
        """Positions of the features that a client chose.

        Parameters
        ----------
        key
            All that the choice depends on.
        choose
            Finds them; asked once while the choice is kept.
        """
        found = self._choices.get(key)
        if found is None:
            found = choose()
            self._choices.put(key, found)
        return found

    def shapes(self, positions: NDArray[np.int64]) -> NDArray[np.object_]:
        """Shapely geometries of some features, in longitude and latitude; made at each call.

        Parameters
        ----------
        positions
            Places of the features.
        """
        return self.outlines.shapes(positions)

    def shapes_in_parts(
        self, positions: NDArray[np.int64]
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.object_]]]:
        """Yield the shapes of many features, some at a time, each time with their places.

        Those of the whole of France take a tenth of a second and would weigh a hundred megabytes:
        compare `boxes` first, and ask for the shapes of what is left.

        Parameters
        ----------
        positions
            Places of the features.
        """
        for start in range(0, len(positions), _SHAPES_AT_ONCE):
            some = positions[start : start + _SHAPES_AT_ONCE]
            yield some, self.shapes(some)

    def boxes(self) -> NDArray[np.float64]:
        """West, south, east and north of each feature."""
        return self.outlines.boxes()

"""The rows that a filter is asked about: columns as conditions read them, for one question."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from webapp.ogc.features.column_values import ColumnValues
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.filtering.text_folding import folded_by
from webapp.ogc.filtering.truth import Flags, Truth


class AskedRows:
    """The features of a collection, while one filter is answered.

    Parameters
    ----------
    table
        The collection.
    """

    def __init__(self, table: FeatureTable) -> None:
        self.table = table
        self._folded: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}

    def __len__(self) -> int:
        """Count the features."""
        return len(self.table)

    def column(self, name: str) -> ColumnValues:
        """Values of a property, and where they are known."""
        return self.table.column(name)

    def texts(self, name: str, foldings: frozenset[str]) -> tuple[str, ...]:
        """Each different text of a property, folded; once for all the conditions that ask."""
        different = self.column(name).different or ("",)
        if not foldings:
            return different
        key = (name, foldings)
        if key not in self._folded:
            self._folded[key] = tuple(folded_by(foldings, text) for text in different)
        return self._folded[key]

    def where_text(
        self, name: str, foldings: frozenset[str], holds: Callable[[str], bool]
    ) -> Truth:
        """Ask a question of each different text, and give its answer to the rows.

        Parameters
        ----------
        name, foldings
            A property whose values are texts, and how it is read.
        holds
            The question.
        """
        column = self.column(name)
        texts = self.texts(name, foldings)
        answers: Flags = np.fromiter(map(holds, texts), dtype=np.bool_, count=len(texts))
        return Truth.of(answers[column.values], column.known)

"""Why a value is missing: per row, a mapping of column to the code of the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike


@dataclass
class Reasons:
    """Reasons of the missing values of a table of `rows` rows, gathered while measuring.

    The codes are those of `carto.flags`.
    """

    rows: int
    by_row: list[dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        """Start with nothing to explain."""
        self.by_row = [{} for _ in range(self.rows)]

    def explain(self, columns: Sequence[str], code: str, where: ArrayLike = True) -> None:
        """Write why `columns` are missing where the mask holds; a later reason replaces."""
        for row in np.flatnonzero(np.broadcast_to(np.asarray(where, dtype=bool), self.rows)):
            self.by_row[row] |= dict.fromkeys(columns, code)

    def repeat(self, column: str, computed: str) -> None:
        """Give to `computed` the reasons of the column that it is computed from."""
        for row in self.by_row:
            if column in row:
                row[computed] = row[column]

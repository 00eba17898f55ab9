"""A small collection with every type of property and every way to miss a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from carto.contracts import Column, ColumnType
from webapp.ogc.features.column_values import ColumnValues, column_values
from webapp.ogc.features.feature_ids import HeldIds
from webapp.ogc.features.feature_rows import HeldRows
from webapp.ogc.features.feature_table import FeatureTable

TYPES: Mapping[str, ColumnType] = {
    "nom": "string",
    "zone": "string",
    "population": "integer",
    "locaux": "integer",
    "taux": "number",
    "is_supply": "boolean",
    "date_maj": "date",
}
_ARROW = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}

# Invented rows: every column is missing somewhere, texts hold what patterns and folding look for.
ROWS: Sequence[Sequence[Any]] = (
    ("Brest", "ville", 139619, 90000, 0.95, True, "2026-01-31"),
    ("BREST", "Ville", 12, 12, 1.0, False, "2026-02-01"),
    ("L'Hôpital", None, 0, None, 0.0, None, None),
    ("Île-de-Sein", "île", 243, 400, None, True, "2024-12-31"),
    ("100 % rural", "bourg", None, 0, 0.5, False, "2026-01-31"),
    ("a_b", "a_b", -1, 3, -0.25, None, "2025-06-15"),
    (None, "bourg", 500, 500, 0.5, True, None),
    ("Évreux", None, 47733, 47733, 0.8, False, "2026-01-30"),
    ("", "", 7, 8, 0.7, None, "1999-01-01"),
    ("Plœmeur", "œ", 18000, None, 0.123456789, True, "2026-06-30"),
)


class HeldColumns:
    """Columns of the rows, read through Arrow as those of a file are."""

    def column(self, name: str) -> ColumnValues:
        """Read the values of a column."""
        place = [*TYPES].index(name)
        values = pa.array([row[place] for row in ROWS], _ARROW.get(TYPES[name], pa.string()))
        return column_values(pa.chunked_array([values]), TYPES[name])


class HeldShapes:
    """Shapes held as they are."""

    def __init__(self, drawn: Sequence[Any]) -> None:
        self.drawn = np.array(drawn, dtype=object)

    def shapes(self, positions: NDArray[np.int64]) -> NDArray[np.object_]:
        """Give some shapes."""
        return np.asarray(self.drawn[positions])

    def boxes(self) -> NDArray[np.float64]:
        """Give their boxes; NaN where there is no shape."""
        return np.asarray(shapely.bounds(self.drawn))


# A row of squares of one degree, a triangle, a point, a line, and a feature that is nowhere.
SHAPES = (
    *(shapely.box(west, 45.0, west + 1.0, 46.0) for west in range(6)),
    shapely.Polygon([(0, 48), (2, 48), (1, 50)]),
    shapely.Point(2.5, 45.5),
    shapely.LineString([(-1, 45.5), (7, 45.5)]),
    None,
)


def small_table() -> FeatureTable:
    """Make the collection."""
    fields = {
        name: Column(name, type_, f"Libellé de {name}", "Pour les tests.", nullable=True)
        for name, type_ in TYPES.items()
    }
    return FeatureTable(
        id="essais",
        title="Essais",
        description="Lignes inventées pour les tests.",
        ids=HeldIds([f"f{place}" for place in range(len(ROWS))]),
        rows=HeldRows([dict(zip(TYPES, row, strict=True)) for row in ROWS]),
        fields=fields,
        moments=None,
        columns=HeldColumns(),
        outlines=HeldShapes(SHAPES),
    )

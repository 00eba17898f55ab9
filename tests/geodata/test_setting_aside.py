"""A row set aside after it was read keeps its file, line and text."""

from __future__ import annotations

import pandas as pd

from carto.tables.inputs import POPULATION
from geodata.setting_aside import Fate, set_aside
from geodata.source import MergedRow, Origin, ParsedTable, RefusedRow

TABLE = pd.DataFrame({"code_insee": ["29001", "29002", "29003"], "population": [1, 2, 3]})
ORIGINS = tuple(Origin(line, f"ligne {line}") for line in (2, 3, 4))
PARSED = ParsedTable("population", "p.csv", POPULATION, TABLE, 3, ORIGINS)


def test_nothing_to_set_aside() -> None:
    assert set_aside(PARSED, []) is PARSED


def test_rows_are_traced_to_their_lines() -> None:
    left = set_aside(PARSED, [Fate(2, "A", "sans commune"), Fate(0, "B", "fusion", "29002")])
    assert left.table["code_insee"].tolist() == ["29002"]
    assert left.origins == (ORIGINS[1],)
    assert left.refused == (RefusedRow("population", "p.csv", 4, "ligne 4", "A", "sans commune"),)
    assert left.merged == (MergedRow("population", "p.csv", 2, "ligne 2", "B", "fusion", "29002"),)

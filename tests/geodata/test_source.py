"""A parsed table accounts for every row that was read."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.errors import ContractError
from carto.tables.inputs import POPULATION
from geodata.source import MergedRow, Origin, ParsedTable, RefusedRow

TABLE = pd.DataFrame({"code_insee": ["29001", "29002"], "population": [1065, 1441]})
ORIGINS = (Origin(2, "29001;1065"), Origin(3, "29002;1441"))
REFUSED = RefusedRow("population", "p.csv", 4, "x;y", "CODE_INVALIDE", "illisible")
MERGED = MergedRow("population", "p.csv", 5, "29001;1065", "DOUBLON", "ligne répétée", "29001")


def test_every_row_is_kept_merged_or_refused() -> None:
    parsed = ParsedTable(
        "population", "p.csv", POPULATION, TABLE, 4, ORIGINS, (REFUSED,), (MERGED,)
    )
    assert parsed.rows_in == len(parsed.table) + len(parsed.merged) + len(parsed.refused)


def test_a_lost_row_is_refused() -> None:
    with pytest.raises(ValueError, match="4 rows read, but 3 accounted for"):
        ParsedTable("population", "p.csv", POPULATION, TABLE, 4, ORIGINS, (REFUSED,))


def test_a_table_out_of_contract_is_refused() -> None:
    with pytest.raises(ContractError, match="population"):
        ParsedTable("population", "p.csv", POPULATION, TABLE.drop(columns="population"), 2, ORIGINS)


def test_a_kept_row_has_an_origin() -> None:
    with pytest.raises(ValueError, match="origin"):
        ParsedTable("population", "p.csv", POPULATION, TABLE, 2, ORIGINS[:1])

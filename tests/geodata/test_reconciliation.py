"""Two files of one reader: one row per key, and the other traced to its line."""

from __future__ import annotations

import pandas as pd

from carto.tables.inputs import POPULATION
from geodata.reconciliation import reconcile
from geodata.source import Origin, ParsedTable

DATES = {"population": "2023-01-01", "population_mayotte": "2017-01-01"}


def parsed(source: str, *rows: tuple[str, int]) -> ParsedTable:
    """Make the table of one file."""
    table = pd.DataFrame(rows, columns=["code_insee", "population"])
    origins = tuple(Origin(line, f"{row}") for line, row in enumerate(rows, start=2))
    return ParsedTable(source, f"{source}.csv", POPULATION, table, len(rows), origins)


def test_files_that_share_no_key_are_left_alone() -> None:
    both = {
        "population": parsed("population", ("29001", 1065)),
        "population_mayotte": parsed("population_mayotte", ("97601", 5192)),
    }
    assert reconcile(both, DATES) == both


def test_the_latest_file_keeps_its_row() -> None:
    settled = reconcile(
        {
            "population": parsed("population", ("29001", 1065), ("29002", 1441)),
            "population_mayotte": parsed(
                "population_mayotte", ("29001", 1000), ("29002", 1441), ("97601", 5192)
            ),
        },
        DATES,
    )
    assert len(settled["population"].table) == 2
    older = settled["population_mayotte"]
    assert older.table["code_insee"].tolist() == ["97601"]
    assert older.origins == (Origin(4, "('97601', 5192)"),)
    (refused,) = older.refused
    assert (refused.file, refused.line, refused.code) == (
        "population_mayotte.csv",
        2,
        "CLE_REPETEE",
    )
    (merged,) = older.merged
    assert (merged.line, merged.code, merged.into) == (3, "DOUBLON", "29002")


def test_the_order_of_the_files_does_not_matter() -> None:
    first, second = parsed("population", ("29001", 1)), parsed("population_b", ("29001", 2))
    dates = {"population": "2023-01-01", "population_b": "2023-01-01"}
    one = reconcile({"population": first, "population_b": second}, dates)
    other = reconcile({"population_b": second, "population": first}, dates)
    assert [len(one[name].table) for name in sorted(one)] == [1, 0]
    assert [len(other[name].table) for name in sorted(other)] == [1, 0]

"""Two files of one reader: one row per key, and the other traced to its line."""

from __future__ import annotations

import pandas as pd

from carto.tables.inputs import POPULATION
from carto.tables.need_inputs import FILOSOFI
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
        "DEJA_DONNEE",
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


def incomes(source: str, *rows: tuple[str, float | None, float | None]) -> ParsedTable:
    """Make a table of incomes."""
    table = pd.DataFrame(rows, columns=list(FILOSOFI.names)).astype(
        {"niveau_vie_median": float, "taux_pauvrete": float}
    )
    origins = tuple(Origin(line, f"{row}") for line, row in enumerate(rows, start=2))
    return ParsedTable(source, f"{source}.csv", FILOSOFI, table, len(rows), origins)


MEDIANS = incomes("filosofi", ("29001", 21000, None), ("29002", 22000, 8.0))
POVERTY = incomes(
    "filosofi_pauvres", ("29001", None, 12.0), ("29002", None, 9.0), ("29003", None, 14.0)
)


def test_two_tables_of_one_date_complete_each_other() -> None:
    dates = dict.fromkeys(("filosofi", "filosofi_pauvres"), "2021-12-31")
    settled = reconcile({"filosofi": MEDIANS, "filosofi_pauvres": POVERTY}, dates)
    assert settled["filosofi"].table["taux_pauvrete"].to_list() == [12, 8]
    rest = settled["filosofi_pauvres"]
    assert rest.table["code_insee"].to_list() == ["29003"]
    assert [(row.line, row.code) for row in rest.merged] == [(2, "DOUBLON")]
    assert [(row.line, row.code) for row in rest.refused] == [(3, "DEJA_DONNEE")]
    assert MEDIANS.table["taux_pauvrete"].isna().to_list() == [True, False]


def test_values_of_two_dates_are_never_put_together() -> None:
    dates = {"filosofi": "2021-12-31", "filosofi_pauvres": "2016-12-31"}
    settled = reconcile({"filosofi": MEDIANS, "filosofi_pauvres": POVERTY}, dates)
    assert settled["filosofi"].table["taux_pauvrete"].isna().to_list() == [True, False]
    codes = [row.code for row in settled["filosofi_pauvres"].refused]
    assert codes == ["DEJA_DONNEE", "DEJA_DONNEE"]

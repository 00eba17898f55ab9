"""The contracts of inputs accept what publishers give rightly, and refuse the known faults."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import TableContract, check
from carto.tables.parsed import INPUT_TABLES
from tests.mini_france.tables import SOURCES, tables

BY_NAME = {contract.name: contract for contract in INPUT_TABLES}


def test_there_is_a_contract_for_every_source_of_mini_france() -> None:
    assert set(SOURCES) <= set(BY_NAME)


@pytest.mark.parametrize("name", SOURCES)
def test_mini_france_meets_every_contract(name: str) -> None:
    assert check(tables()[name], BY_NAME[name]) == []


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("contours", "code_insee", "1004"),
        ("contours", "nom", None),
        ("mairies", "longitude", None),
        ("mairies", "latitude", 91.0),
        ("population", "population", -1),
        ("population", "population", None),
        ("epci", "siren_epci", "2429"),
        ("fibre", "quarter", "2026-T5"),
        ("fibre", "locaux", -1),
        ("filosofi", "niveau_vie_median", 0),
        ("sites", "format", "Bus"),
        ("sites", "longitude", 200.0),
        ("sites", "hours_per_year_declared", 9000.0),
        ("sites", "is_itinerant", None),
    ],
)
def test_a_faulty_value_is_refused(name: str, column: str, value: object) -> None:
    table = pd.DataFrame(tables()[name]).astype({column: object})
    table.loc[0, column] = value
    assert [found.column for found in check(table, BY_NAME[name])] == [column]


@pytest.mark.parametrize(
    ("name", "column"),
    [("fibre", "locaux"), ("filosofi", "niveau_vie_median"), ("sites", "latitude")],
)
def test_an_absent_value_is_allowed_where_it_means_something(name: str, column: str) -> None:
    table = pd.DataFrame(tables()[name]).astype({column: object})
    table.loc[0, column] = None
    assert check(table, BY_NAME[name]) == []
    assert BY_NAME[name].column(column).null_rule


@pytest.mark.parametrize("contract", INPUT_TABLES, ids=lambda c: c.name)
def test_a_table_is_never_keyed_by_what_may_be_missing(contract: TableContract) -> None:
    assert contract.key
    assert not any(contract.column(name).nullable for name in contract.key)

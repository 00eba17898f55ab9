"""Published contracts are complete, documented and agree with each other."""

from __future__ import annotations

from collections import defaultdict

import pytest

from carto.contracts import Column, TableContract
from carto.tables.parsed import INPUT_TABLES
from carto.tables.published import SNAPSHOT_TABLES

CONTRACTS = (*INPUT_TABLES, *SNAPSHOT_TABLES.values())


def test_the_tables_of_a_snapshot() -> None:
    territories = ["epci", "departement", "region", "france", "ept", "groupe"]
    assert list(SNAPSHOT_TABLES) == ["communes", *territories, "sites", "fibre"]
    assert all(name == contract.name for name, contract in SNAPSHOT_TABLES.items())


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda c: c.name)
def test_a_contract_names_each_column_once_and_its_key(contract: TableContract) -> None:
    assert len(set(contract.names)) == len(contract.names)
    assert set(contract.key) <= set(contract.names)
    assert contract.title
    assert contract.description.endswith(".")


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda c: c.name)
def test_every_column_explains_itself(contract: TableContract) -> None:
    for column in contract.columns:
        assert column.label, column.name
        assert column.description.endswith("."), column.name
        assert bool(column.null_rule) == column.nullable, column.name
        if column.type == "number":
            assert column.unit or column.name == "score", column.name


@pytest.mark.parametrize("contract", SNAPSHOT_TABLES.values(), ids=lambda c: c.name)
def test_every_published_table_has_a_place_on_the_map(contract: TableContract) -> None:
    assert contract.column("geometry").type == "geometry"


def test_the_same_name_is_the_same_quantity_everywhere() -> None:
    meanings: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for contract in SNAPSHOT_TABLES.values():
        for column in contract.columns:
            meanings[column.name].add(_quantity(column))
    assert {name for name, found in meanings.items() if len(found) > 1} == set()


def _quantity(column: Column) -> tuple[object, ...]:
    return column.type, column.unit, column.minimum, column.maximum, column.pattern


def test_suffixes_say_the_unit() -> None:
    units = {"_share": "part", "_km": "km", "_min": "min", "_km2": "km²"}
    for contract in SNAPSHOT_TABLES.values():
        for column in contract.columns:
            for suffix, unit in units.items():
                if column.name.endswith(suffix):
                    assert column.unit == unit, column.name
            if column.name.startswith(("is_", "has_", "alert_")):
                assert column.type == "boolean", column.name

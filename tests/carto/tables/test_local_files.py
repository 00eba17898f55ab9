"""Local files: each kind has its contract, and people write only what is not made on reading."""

from __future__ import annotations

from carto.tables.local_files import LOCAL_CONTRACTS, columns_of
from carto.tables.parsed import INPUT_TABLES
from geodata.source_settings import LOCAL_READERS


def test_every_kind_of_local_file_has_its_contract() -> None:
    assert [contract.name for contract in LOCAL_CONTRACTS] == list(LOCAL_READERS)
    assert set(LOCAL_CONTRACTS) <= set(INPUT_TABLES)


def test_nobody_writes_the_name_of_a_source() -> None:
    for contract in LOCAL_CONTRACTS:
        written = {column.name for column in columns_of(contract)}
        assert written <= set(contract.names)
        assert not written & {"action", "source"}

"""Every parsed table is listed once."""

from __future__ import annotations

from carto.tables.parsed import INPUT_TABLES


def test_every_table_has_its_own_name() -> None:
    names = [contract.name for contract in INPUT_TABLES]
    assert len(names) == len(set(names))
    assert {"contours", "fibre", "sites"} <= set(names)

"""Every complement has a contract, and meets it on the schematic territory."""

from __future__ import annotations

from carto.complements import COMPUTED
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES


def test_every_complement_has_a_contract_and_is_computed() -> None:
    assert list(COMPUTED) == list(COMPLEMENTS)
    assert not set(COMPLEMENTS) & set(SNAPSHOT_TABLES)

"""Every level of territories carries the same aggregates, after what identifies it."""

from __future__ import annotations

import pytest

from carto.contracts import TableContract
from carto.tables.rollup_columns import ROLLUP_COLUMNS
from carto.tables.rollups import BETWEEN_EPCI, DEPARTEMENT, EPCI, EPT, FRANCE, GROUPE, REGION


@pytest.mark.parametrize("contract", [EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUPE])
def test_every_level_carries_the_same_aggregates(contract: TableContract) -> None:
    assert contract.columns[-len(ROLLUP_COLUMNS) :] == ROLLUP_COLUMNS
    assert contract.names[:2] == (*contract.key, "nom")


def test_only_levels_made_of_epci_part_their_inequality_between_them() -> None:
    levels = (EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUPE)
    parted = [level.name for level in levels if BETWEEN_EPCI in level.columns]
    assert parted == ["departement", "region", "france"]

"""Tests of `carto.tables.comparisons`: what is compared exists, and says itself."""

from __future__ import annotations

import pytest

from carto.contracts import TableContract
from carto.reference import PERCENTS
from carto.tables.communes import COMMUNES
from carto.tables.comparisons import COMPARED, REFERENCE_QUANTILES, TWIN_GAPS, TWINS
from carto.tables.rollups import EPCI

CONTRACTS = (TWINS, TWIN_GAPS, REFERENCE_QUANTILES)


@pytest.mark.parametrize(("level", "table"), [("commune", COMMUNES), ("epci", EPCI)])
def test_what_is_compared_is_published(level: str, table: TableContract) -> None:
    assert set(COMPARED[level]) <= set(table.names)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.name)
def test_keys_are_columns_that_are_never_missing(contract: TableContract) -> None:
    assert all(not contract.column(name).nullable for name in contract.key)


def test_there_is_a_column_for_each_quantile() -> None:
    assert [name for name in REFERENCE_QUANTILES.names if name[1:].isdigit()] == [
        f"p{percent}" for percent in PERCENTS
    ]

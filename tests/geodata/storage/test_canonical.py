"""Tests of the canonical form of tables."""

import numpy as np
import pandas as pd
import pytest
import shapely

from carto.errors import ContractError
from geodata.storage.canonical import canonical_table
from geodata.storage.errors import StorageError
from tests.geodata.storage import sample_snapshot

COMMUNES = sample_snapshot.contract_of("communes")


def test_rows_are_sorted_by_key_and_columns_follow_the_contract():
    table = sample_snapshot.table("communes")
    canonical = canonical_table(table[list(reversed(table.columns))], COMMUNES)
    assert canonical.column_names == list(COMMUNES.names)
    assert canonical["code_insee"].to_pylist() == ["22050", "29001", "29019", "29155"]


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA])
@pytest.mark.parametrize("dtype", [object, "Float64", "Int64"])
def test_missing_is_null_however_pandas_says_it(missing: object, dtype: str):
    table = sample_snapshot.table("communes")
    values = [100_000, 800, missing, missing]
    table["locaux"] = pd.Series(values, dtype=object).astype(dtype)
    canonical = canonical_table(table, COMMUNES)
    assert canonical["locaux"].to_pylist() == [None, 800, 100_000, None]


def test_exterior_rings_turn_counterclockwise():
    canonical = canonical_table(sample_snapshot.table("communes"), COMMUNES)
    shapes = shapely.from_wkb(canonical["geometry"].to_numpy())
    rings = [shapely.get_exterior_ring(part) for part in shapely.get_parts(shapes)]
    assert all(shapely.is_ccw(ring) for ring in rings)


def test_a_table_that_breaks_its_contract_is_not_written():
    table = sample_snapshot.table("communes").drop(columns="population")
    with pytest.raises(ContractError, match="population"):
        canonical_table(table, COMMUNES)


def test_a_geometry_in_metres_is_refused():
    table = sample_snapshot.table("communes").to_crs(2154)
    with pytest.raises(StorageError, match="WGS 84"):
        canonical_table(table, COMMUNES)

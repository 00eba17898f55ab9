"""The one form in which a table is hashed and written, however pandas happens to hold it.

The Arrow types come from the contract alone: integers are nullable 64-bit, missing is null and
never NaN or zero. Rows are sorted by key. Geometries are WGS 84, WKB, in normal form, exterior
rings counterclockwise.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import shapely

from carto.contracts import TableContract, require
from geodata.storage.errors import StorageError

WGS84 = 4326

_ARROW_TYPES = {
    "string": pa.string(),
    "date": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "geometry": pa.binary(),
}


def canonical_table(frame: pd.DataFrame, contract: TableContract) -> pa.Table:
    """Put a table in its canonical form.

    Parameters
    ----------
    frame
        A table that meets `contract`, rows in any order; a GeoDataFrame in EPSG:4326 when the
        contract has a geometry.
    contract
        What the table promises.

    Returns
    -------
    pyarrow.Table
        Columns of the contract in order, rows sorted by key; the geometry is the only binary
        column.

    Raises
    ------
    carto.errors.ContractError
        If the table breaks its contract.
    StorageError
        If the geometry is not in EPSG:4326.
    """
    rows = require(frame, contract)
    if contract.key:
        rows = rows.sort_values(list(contract.key), kind="stable")
    arrays = []
    for column in contract.columns:
        values = rows[column.name]
        if column.type == "geometry":
            values = pd.Series(_canonical_wkb(values, contract), dtype=object)
        arrays.append(pa.Array.from_pandas(values, type=_ARROW_TYPES[column.type]))
    fields = [pa.field(c.name, _ARROW_TYPES[c.type], nullable=c.nullable) for c in contract.columns]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


def _canonical_wkb(values: pd.Series, contract: TableContract) -> np.ndarray[Any, Any]:
    """WKB of geometries in normal form, exterior rings counterclockwise."""
    if not isinstance(values, gpd.GeoSeries) or values.crs is None or values.crs.to_epsg() != WGS84:
        raise StorageError(
            f"La table « {contract.name} » doit porter une géométrie en WGS 84 (EPSG:4326) ; "
            "reprojetez-la avant de l'écrire."
        )
    shapes = shapely.orient_polygons(shapely.normalize(values.to_numpy()))
    wkb: np.ndarray[Any, Any] = shapely.to_wkb(shapes, byte_order=1)
    return wkb

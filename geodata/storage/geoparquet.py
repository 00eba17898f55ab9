"""GeoParquet 1.1: a table of a contract as one file, the same bytes for the same contents.

The Arrow schema comes from the contract alone, never from how pandas happens to hold a column:
integers are nullable 64-bit, missing is null and never NaN or zero. Geometries are WGS 84, WKB,
exterior rings counterclockwise, in normal form, with a `bbox` column (the covering of GeoParquet
1.1) so that a reader of a small area skips the rest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS

from carto.contracts import TableContract, require
from geodata.storage.errors import StorageError

ROWS_PER_GROUP = 4096
ZSTD_LEVEL = 3
WGS84 = 4326
BBOX = "bbox"
BBOX_SIDES = ("xmin", "ymin", "xmax", "ymax")

_ARROW_TYPES = {
    "string": pa.string(),
    "date": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "geometry": pa.binary(),
}


def canonical_table(frame: pd.DataFrame, contract: TableContract) -> pa.Table:
    """Put a table in the one form in which it is hashed and written.

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
        Columns of the contract in order, rows sorted by key, geometry as WKB in normal form.

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


def write_geoparquet(table: pa.Table, contract: TableContract, path: Path) -> None:
    """Write a canonical table to `path`; without geometry it is plain Parquet."""
    geometry = geometry_name(contract)
    statistics: Any = True
    if geometry is not None:
        shapes = shapely.from_wkb(table[geometry].to_numpy())
        geo = json.dumps(_geo_metadata(geometry, shapes))
        boxes = _bounds(shapes)
        nullable = table.schema.field(geometry).nullable
        table = table.append_column(pa.field(BBOX, boxes.type, nullable=nullable), boxes)
        table = table.replace_schema_metadata({"geo": geo})
        names = [name for name in contract.names if name != geometry]
        statistics = names + [f"{BBOX}.{side}" for side in BBOX_SIDES]
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=ZSTD_LEVEL,
        row_group_size=ROWS_PER_GROUP,
        write_statistics=statistics,
    )


def geometry_name(contract: TableContract) -> str | None:
    """Name of the geometry column of a contract, None when it has none."""
    return next((c.name for c in contract.columns if c.type == "geometry"), None)


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


def _bounds(shapes: np.ndarray[Any, Any]) -> pa.Array:
    """Bounding box of each geometry, as the covering of GeoParquet 1.1."""
    sides = shapely.bounds(shapes).T
    return pa.StructArray.from_arrays(list(sides), names=list(BBOX_SIDES))


def _geo_metadata(geometry: str, shapes: np.ndarray[Any, Any]) -> dict[str, object]:
    """Contents of the `geo` key of the file, as GeoParquet 1.1 defines it."""
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "crs": CRS.from_epsg(WGS84).to_json_dict(),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {BBOX: {side: [BBOX, side] for side in BBOX_SIDES}},
    }
    if len(shapes):
        column["bbox"] = [float(side) for side in shapely.total_bounds(shapes)]
    return {"version": "1.1.0", "primary_column": geometry, "columns": {geometry: column}}

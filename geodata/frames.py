"""Tables in the types that their contracts declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.contracts import Column, TableContract

Values = Sequence[Any] | NDArray[Any]


def frame_of(rows: Sequence[Mapping[str, object]], contract: TableContract) -> pd.DataFrame:
    """Make a table of rows, each column of the type that its contract declares.

    Parameters
    ----------
    rows
        Rows with all the columns of the contract; None is missing.
    contract
        Names, order and types of the columns.

    Returns
    -------
    pandas.DataFrame
        In the order of `rows`; a GeoDataFrame in EPSG:4326 when the contract has a geometry.
        Missing is `pd.NA` in integers and booleans (`Int64`, `boolean`), NaN elsewhere.
    """
    columns = {column.name: [row[column.name] for row in rows] for column in contract.columns}
    return frame_from(columns, contract)


def frame_from(columns: Mapping[str, Values], contract: TableContract) -> pd.DataFrame:
    """Make a table of columns, as `frame_of` does of rows.

    Parameters
    ----------
    columns
        Values of each column of the contract, None where missing.
    contract
        Names, order and types of the columns.
    """
    typed = {column.name: _series(columns[column.name], column) for column in contract.columns}
    if "geometry" in typed:
        return gpd.GeoDataFrame(typed, geometry="geometry", crs="EPSG:4326")
    return pd.DataFrame(typed)


def _series(values: Values, column: Column) -> pd.Series:
    """Make one column; None is missing."""
    if column.type == "geometry":
        return gpd.GeoSeries(pd.Series(values, dtype=object), crs="EPSG:4326")
    if column.type == "number":
        return pd.Series(values, dtype="float64")
    if column.type == "integer":
        return pd.Series(values, dtype="Int64" if column.nullable else "int64")
    if column.type == "boolean":
        return pd.Series(values, dtype="boolean" if column.nullable else "bool")
    return pd.Series(values, dtype=pd.StringDtype(na_value=np.nan))

"""Fingerprint of some columns of a table, to know whether a result still holds."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely

from geodata.storage.content_hash import content_hash


def frame_hash(frame: pd.DataFrame, names: Sequence[str]) -> str:
    """Hash columns of a table, row order included.

    Parameters
    ----------
    frame
        A table; its geometries, if any, count by their WKB.
    names
        Columns that count.

    Returns
    -------
    str
        sha256 in hexadecimal; see `content_hash`.
    """
    return content_hash(pa.table({name: _arrow(frame[name]) for name in names}))


def _arrow(values: pd.Series) -> pa.Array:
    """Turn a column into Arrow."""
    if isinstance(values, gpd.GeoSeries):
        return pa.array(shapely.to_wkb(values.to_numpy()), pa.large_binary())
    return pa.Array.from_pandas(values)

"""A fingerprint changes with the values of its columns, their order and their places."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import Point

from geodata.storage.frame_hash import frame_hash


def frame() -> gpd.GeoDataFrame:
    values = {"id": ["a", "b"], "count": pd.array([1, None], dtype="Int64"), "rate": [0.5, np.nan]}
    return gpd.GeoDataFrame(values, geometry=[Point(0, 0), Point(1, 1)], crs=4326)


def test_only_the_named_columns_count() -> None:
    names = ("id", "count", "rate", "geometry")
    known = frame_hash(frame(), names)
    assert frame_hash(frame().assign(other=1), names) == known
    assert frame_hash(frame(), names[:3]) != known
    assert frame_hash(frame().iloc[::-1], names) != known
    assert frame_hash(frame().assign(rate=0.5), names) != known
    assert frame_hash(frame().set_geometry([Point(0, 0), Point(1, 2)]), names) != known


def test_an_empty_table_has_a_fingerprint() -> None:
    assert frame_hash(frame().iloc[:0], ("id", "geometry"))

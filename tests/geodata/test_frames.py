"""Columns have the type of their contract, and missing stays missing."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from carto.contracts import Column, TableContract
from geodata.frames import frame_of

CONTRACT = TableContract(
    "essai",
    "Essai",
    "",
    ("code",),
    (
        Column("code", "string", "", ""),
        Column("nom", "string", "", "", nullable=True),
        Column("compte", "integer", "", ""),
        Column("locaux", "integer", "", "", nullable=True),
        Column("part", "number", "", "", nullable=True),
        Column("est", "boolean", "", ""),
        Column("rdv", "boolean", "", "", nullable=True),
    ),
)


def test_types_and_missing_values() -> None:
    empty = dict.fromkeys(("nom", "locaux", "part", "rdv"))
    table = frame_of([{"code": "01001", "compte": 2**40, "est": True, **empty}], CONTRACT)
    assert table.dtypes.astype(str).to_list() == [
        *("str", "str", "int64", "Int64", "float64", "bool", "boolean"),
    ]
    assert table[list(empty)].isna().all(axis=None)
    assert table.loc[0, "compte"] == 2**40


def test_geometry_is_in_wgs84() -> None:
    contract = TableContract("g", "", "", (), (Column("geometry", "geometry", "", ""),))
    table = frame_of([{"geometry": shapely.box(0, 0, 1, 1)}], contract)
    assert isinstance(table, gpd.GeoDataFrame)
    assert table.crs == "EPSG:4326"
    assert not isinstance(frame_of([], CONTRACT), gpd.GeoDataFrame)
    assert isinstance(frame_of([], CONTRACT), pd.DataFrame)

"""Features are written with their own values, null where nothing is known."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from werkzeug.datastructures import MultiDict

from tests.webapp.sample import SQUARES
from webapp.ogc.features.asked_items import read_shape
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.feature_writer import write_features


def written(table: FeatureTable, positions: list[int], **query: str) -> list[dict[str, Any]]:
    """Write some features as a client reads them."""
    shape = read_shape(MultiDict(query), table)
    read: list[dict[str, Any]] = orjson.loads(orjson.dumps(write_features(table, positions, shape)))
    return read


def test_every_property_is_there(communes_table: FeatureTable):
    feature = written(communes_table, [0])[0]
    assert feature["id"] == "29001"
    assert feature["properties"].keys() == communes_table.fields.keys()
    assert feature["properties"]["locaux_bloques"] is None
    square = [[*corner] for corner in SQUARES["29001"]]
    assert feature["geometry"] == {"type": "MultiPolygon", "coordinates": [[square]]}


def test_only_what_is_asked_is_written(communes_table: FeatureTable):
    feature = written(communes_table, [2, 1], properties="nom", skipGeometry="true")[0]
    assert feature["geometry"] is None
    assert feature["properties"] == {"nom": "Crozon"}


@pytest.mark.parametrize(
    ("system", "expected"),
    [("EPSG:4326", [48.21618, -4.35788]), ("CRS84", [-4.35788, 48.21618])],
)
def test_axes_come_in_the_order_of_the_system(
    communes_table: FeatureTable, system: str, expected: list[float]
):
    feature = written(communes_table, [0], crs=system)[0]
    assert feature["geometry"]["coordinates"][0][0][0] == expected


def test_metres_are_written_to_the_millimetre(communes_table: FeatureTable):
    x, y = written(communes_table, [0], crs="EPSG:2154")[0]["geometry"]["coordinates"][0][0][0]
    assert 100_000 < x < 200_000
    assert 6_800_000 < y < 6_900_000
    assert (round(x, 3), round(y, 3)) == (x, y)


def test_no_feature_is_no_work(communes_table: FeatureTable):
    assert written(communes_table, []) == []

"""Geometries are decoded as they were published, in any order."""

from __future__ import annotations

import numpy as np
import shapely

from tests.webapp.sample import SQUARES
from webapp.ogc.features.feature_table import FeatureTable


def test_all_of_them_are_the_published_ones(communes_table: FeatureTable):
    shapes = communes_table.shapes(np.arange(len(communes_table)))
    ids = communes_table.ids.at(range(len(communes_table)))
    for code, shape in zip(ids, shapes, strict=True):
        assert shape.equals(shapely.Polygon(SQUARES[code]))


def test_some_of_them_come_in_the_order_asked(lieux_table: FeatureTable):
    shapes = lieux_table.shapes(np.array([4, 0]))
    rows = lieux_table.rows.at([4, 0])
    assert [(shape.x, shape.y) for shape in shapes] == [
        (row["longitude"], row["latitude"]) for row in rows
    ]


def test_an_empty_collection_has_no_shape(tables: dict[str, FeatureTable]):
    assert len(tables["regions"]) == 0
    assert len(tables["regions"].shapes(np.arange(0))) == 0
    assert tables["regions"].boxes().shape == (0, 4)

"""Tests of `carto.layers`."""

from __future__ import annotations

from carto.layers import DRAWN_LAYERS, FIBRE_HISTORY, LAYERS
from carto.tables.published import SNAPSHOT_TABLES


def test_each_layer_is_a_published_table_that_no_other_is() -> None:
    tables = [layer.table for layer in LAYERS.values()]
    assert len({*tables}) == len(tables)
    assert {*tables} <= SNAPSHOT_TABLES.keys()
    assert [layer.name for layer in LAYERS.values()] == [*LAYERS]


def test_a_layer_that_is_drawn_has_one_row_for_each_shape() -> None:
    assert {*LAYERS} - {*DRAWN_LAYERS} == {FIBRE_HISTORY}
    assert all(len(LAYERS[name].contract.key) == 1 for name in DRAWN_LAYERS)

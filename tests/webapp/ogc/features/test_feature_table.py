"""A collection gives its features by id, its columns once, its choices again."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from webapp.ogc.features import feature_table
from webapp.ogc.features.feature_table import FeatureTable


@pytest.mark.parametrize("name", ["communes", "epci", "departements", "lieux", "fibre_history"])
def test_every_feature_is_found_by_its_id(tables: Mapping[str, FeatureTable], name: str):
    table = tables[name]
    ids = table.ids.at(range(len(table)))
    assert ids == sorted(set(ids))
    assert [table.position(one) for one in ids] == [*range(len(table))]
    assert table.position("absent") is None
    assert table.position("") is None


@pytest.mark.parametrize("name", ["communes", "lieux", "fibre_history"])
def test_rows_and_columns_say_the_same(tables: Mapping[str, FeatureTable], name: str):
    table = tables[name]
    rows = table.rows.at(range(len(table)))
    for field, contract in table.fields.items():
        column = table.column(field)
        held = [row[field] for row in rows]
        assert column.known.tolist() == [value is not None for value in held]
        values = column.values
        if column.different is not None:
            assert [column.different[place] for place in values[column.known]] == [
                value for value in held if value is not None
            ]
        elif contract.type != "date":
            assert values[column.known].tolist() == [value for value in held if value is not None]


def test_a_column_is_read_once(communes_table: FeatureTable):
    assert communes_table.column("population") is communes_table.column("population")


def test_a_choice_is_made_once(communes_table: FeatureTable):
    asked = []

    def choose() -> np.ndarray:
        asked.append(1)
        return np.array([2, 0])

    key = ("a choice of this test",)
    chosen = [communes_table.chosen(key, choose) for _ in range(2)]
    assert chosen[0] is chosen[1]
    assert len(asked) == 1


def test_shapes_are_those_of_their_boxes(communes_table: FeatureTable):
    shapes, boxes = communes_table.shapes(np.array([1, 3])), communes_table.boxes()
    assert [shape.bounds for shape in shapes] == [tuple(boxes[1]), tuple(boxes[3])]


def test_many_shapes_come_in_parts(communes_table: FeatureTable, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feature_table, "_SHAPES_AT_ONCE", 3)
    asked = np.arange(len(communes_table))[::-1]
    places, shapes = zip(*communes_table.shapes_in_parts(asked), strict=True)
    assert max(map(len, places)) == 3
    assert np.concatenate(places).tolist() == asked.tolist()
    assert (np.concatenate(shapes) == communes_table.shapes(asked)).all()

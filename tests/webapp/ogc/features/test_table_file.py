"""A published file is read by columns and by groups of rows."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from webapp.ogc.features.table_file import TableFile


@pytest.fixture
def file(tmp_path: Path) -> TableFile:
    """Write five rows in groups of two."""
    table = pa.table({"code": ["a", "a", "b", "c", "d"], "count": [1, 2, 3, 4, None]})
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=2)
    return TableFile(tmp_path / "t.parquet", {"code": "string", "count": "integer"})


def test_groups_start_where_they_were_cut(file: TableFile):
    assert file.starts == (0, 2, 4, 5)


def test_a_group_is_read_alone(file: TableFile):
    assert file.read(["count"], [1]).to_pydict() == {"count": [3, 4]}


def test_a_column_is_read_across_groups(file: TableFile):
    column = file.column("count")
    assert column.values[column.known].tolist() == [1, 2, 3, 4]
    assert column.known.tolist() == [True] * 4 + [False]


@pytest.mark.parametrize(("value", "groups"), [("a", [0]), ("b", [1]), ("d", [2]), ("z", [])])
def test_groups_that_cannot_hold_a_value_are_left(file: TableFile, value: str, groups: list[int]):
    assert file.groups_with("code", value) == groups

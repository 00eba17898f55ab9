"""The row groups that are left unread, and plain values."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geodata.storage.row_groups import may_hold_one_of_each, plain_columns, with_keys


@pytest.fixture
def file(tmp_path: Path) -> pq.ParquetFile:
    """Two groups of rows: 01001 to 01004, then 29001 to 29019."""
    path = tmp_path / "table.parquet"
    table = pa.table({"code": ["01001", "01004", "29001", "29019"], "rate": [0.5, None, 1.0, 0.5]})
    pq.write_table(table, path, row_group_size=2)
    return pq.ParquetFile(path)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["01002"], [True, False]),
        (["29019"], [False, True]),
        (["01001", "29001"], [True, True]),
        (["10000"], [False, False]),
        (["00000", "10000", "99999"], [False, False]),
        ([], [False, False]),
    ],
)
def test_a_group_is_read_only_if_it_may_hold_a_code(file, codes, expected) -> None:
    groups = [file.metadata.row_group(index) for index in (0, 1)]
    assert [may_hold_one_of_each(group, {"code": codes}) for group in groups] == expected


def test_a_column_without_statistics_is_always_read(file) -> None:
    assert may_hold_one_of_each(file.metadata.row_group(0), {"unknown": ["01001"]})


def test_missing_is_none_and_equal_values_are_one_object(file) -> None:
    columns = plain_columns(file.read())
    assert columns["rate"] == [0.5, None, 1.0, 0.5]
    assert columns["rate"][0] is columns["rate"][3]


def test_only_the_rows_of_the_keys_are_kept(file) -> None:
    read = file.read()
    assert with_keys(read, {"code": ["29001"]}).to_pylist() == [{"code": "29001", "rate": 1.0}]
    assert with_keys(read, {"code": ["01001", "29001"]}).num_rows == 2
    assert with_keys(read, {"code": ["75056"]}).num_rows == 0
    assert with_keys(read, {}).num_rows == 4

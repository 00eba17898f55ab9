"""Rows in memory and rows on disk read alike."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from webapp.ogc.features.feature_rows import HeldRows, StoredRows
from webapp.ogc.features.table_file import TableFile


@pytest.fixture
def stored(tmp_path: Path) -> StoredRows:
    """Write seven rows in groups of two."""
    table = pa.table({"code": list("aabbcde"), "count": [0, 1, 2, 3, 4, None, 6]})
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=2)
    file = TableFile(tmp_path / "t.parquet", {"code": "string", "count": "integer"})
    return StoredRows(file, ["code", "count"])


def test_rows_come_in_the_order_asked_whatever_their_group(stored: StoredRows):
    assert len(stored) == 7
    assert [row["count"] for row in stored.at([6, 0, 5, 3, 0])] == [6, 0, None, 3, 0]
    assert stored[2] == {"code": "b", "count": 2}


@pytest.mark.parametrize("position", [-1, 7])
def test_there_is_no_row_beyond_the_ends(stored: StoredRows, position: int):
    with pytest.raises(IndexError):
        stored[position]


def test_the_span_of_a_value_holds_it(stored: StoredRows):
    assert stored.span("code", "a") == range(2)
    assert stored.span("code", "z") == range(0)


def test_lists_and_dicts_are_written_as_the_tables_do():
    rows = HeldRows([{"flags": ["A", "B"], "reasons": {"b": "X", "a": "Y"}, "nom": None}])
    assert rows[0] == {"flags": "A|B", "reasons": '{"a": "Y", "b": "X"}', "nom": None}

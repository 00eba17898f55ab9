"""Tests of `webapp.snapshots.column_view`."""

from __future__ import annotations

from webapp.snapshots.column_view import ColumnView

ROWS = {"29019": {"nom": "Brest"}, "29232": {"nom": "Quimper"}}


def test_a_column_reads_like_a_dict_of_its_values() -> None:
    names = ColumnView(ROWS, "nom")
    assert dict(names) == {"29019": "Brest", "29232": "Quimper"}
    assert len(names) == 2
    assert "29019" in names
    assert names.get("75056") is None

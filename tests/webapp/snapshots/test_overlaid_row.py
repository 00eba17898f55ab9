"""Tests of `webapp.snapshots.overlaid_row`."""

from __future__ import annotations

from webapp.snapshots.overlaid_row import OverlaidRow, OverlaidRows, ToldColumn

UNDER = {"a": {"nom": "A", "note": 1}, "b": {"nom": "B", "note": 2}}


def test_only_the_columns_laid_over_differ() -> None:
    rows = OverlaidRows(UNDER, {"note": [10, 20]})
    assert {key: dict(row) for key, row in rows.items()} == {
        "a": {"nom": "A", "note": 10},
        "b": {"nom": "B", "note": 20},
    }
    assert UNDER["a"]["note"] == 1
    assert len(rows) == 2
    assert rows.get("c") is None


def test_a_row_reads_like_a_dict() -> None:
    row = OverlaidRow(UNDER["a"], {"note": [None]}, 0)
    assert row == {"nom": "A", "note": None}
    assert row | {"nom": "C"} == {"nom": "C", "note": None}
    assert list(row) == ["nom", "note"]
    assert len(row) == 2
    assert repr(row) == "{'nom': 'A', 'note': None}"


def test_a_value_may_be_told_when_it_is_read() -> None:
    told: list[int] = []

    def tell(position: int) -> str:
        told.append(position)
        return f"n° {position}"

    rows = OverlaidRows(UNDER, {"note": ToldColumn(tell)})
    assert told == []
    assert rows["b"]["note"] == "n° 1"
    assert told == [1]

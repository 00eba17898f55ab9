"""Columns, rows and values that differ are counted; missing is not a value."""

from __future__ import annotations

from carto.changes.tables import ColumnNames, compare_tables

NAMES = ColumnNames(("nom", "n", "old"), ("nom", "n", "new"))


def row(nom: str, number: float | None, **own: object) -> dict[str, object]:
    return {"nom": nom, "n": number, "old": 1, "new": 1} | own


def test_nothing_changed() -> None:
    same = {"a": row("A", 1.0)}
    change = compare_tables("t", same, dict(same), ColumnNames(("nom", "n"), ("nom", "n")))
    assert (change.added, change.removed, change.columns) == ((), (), ())


def test_rows_and_columns_come_and_go() -> None:
    change = compare_tables("t", {"a": row("A", 1)}, {"b": row("B", 1)}, NAMES)
    assert (change.added, change.removed) == (("b",), ("a",))
    assert (change.columns_added, change.columns_removed) == (("new",), ("old",))
    assert (change.rows_before, change.rows_after) == (1, 1)


def test_the_largest_difference_keeps_its_sign() -> None:
    before = {"a": row("A", 5.0), "b": row("B", 1.0), "c": row("C", None)}
    after = {"a": row("A", 2.0), "b": row("b", 3.0), "c": row("C", 0.0)}
    nom, number = sorted(compare_tables("t", before, after, NAMES).columns, key=lambda c: c.changed)
    assert (nom.column, nom.changed, nom.largest) == ("nom", 1, None)
    assert (number.changed, number.newly_known, number.newly_missing) == (2, 1, 0)
    assert number.largest == -3.0

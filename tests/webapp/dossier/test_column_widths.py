"""Widths of columns: whole words first, then the longest texts."""

from __future__ import annotations

from webapp.dossier.blocks import Column, Table
from webapp.dossier.column_widths import PAGE_WIDTH, column_widths


def widths(titles: tuple[str, ...], *rows: tuple[str, ...]) -> list[int]:
    return column_widths(Table("t", tuple(map(Column, titles)), rows))


def test_columns_fill_the_page() -> None:
    assert sum(widths(("A", "B"), ("x", "1"))) == PAGE_WIDTH
    assert sum(widths(("Une", "Deux", "Trois"), ("x", "1", "long " * 40))) == PAGE_WIDTH


def test_no_number_and_no_title_is_cut() -> None:
    number = "16\u00a0363"
    shared = widths(("Commune", "Habitants", "Raison"), ("Landerneau", number, "mot " * 60))
    assert shared[1] >= len("Habitants") * 100
    assert shared[2] == max(shared)


def test_the_room_goes_where_most_rows_are_tall() -> None:
    rows = [("Lieu", "court", "mot " * 30)] * 20 + [("Lieu", "mot " * 12, "court")]
    shared = widths(("Commune", "Classe", "Raisons"), *rows)
    assert shared[2] > 2 * shared[1]


def test_too_many_words_give_way_alike() -> None:
    shared = widths(tuple("abcdefghij"), tuple(["x" * 40] * 10))
    assert sum(shared) == PAGE_WIDTH
    assert max(shared) - min(shared) <= 10

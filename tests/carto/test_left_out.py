"""Rows left out sort alike whatever the order they were found in."""

from __future__ import annotations

from carto.left_out import LeftOut


def test_rows_are_in_the_order_of_their_sources_and_keys() -> None:
    rows = [
        LeftOut("lieux", "b", "MEME_LIEU", "", "a"),
        LeftOut("lieux", "a", "SANS_POSITION", ""),
        LeftOut("aidants_connect", "z", "MEME_FICHE", "", "lieux:a"),
    ]
    assert [row.key for row in sorted(rows)] == ["z", "a", "b"]


def test_a_row_is_in_no_other_unless_it_is_said() -> None:
    assert LeftOut("lieux", "a", "SANS_POSITION", "").into is None

"""Widths of the columns of a table: no word is cut, and long texts have the room that is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webapp.dossier.blocks import Table

# Between the margins; like every width, in twentieths of a point.
PAGE_WIDTH = 9638
# Letters of a table in bold, and the room beside the text of a cell.
_NARROW, _PLAIN, _WIDE = 62, 107, 162
_NARROW_LETTERS, _WIDE_LETTERS = frozenset("fijlrtI.,;:'’()[]|/ \u00a0\u202f"), frozenset("mwMW%")
_CAPITAL = 134
_PADDING = 190
# A longer text is cut in lines all the same.
_LONG = 6500
_BREAK = re.compile(r"(?<=-)| ")


def column_widths(asked: Table) -> list[int]:
    """Share the width of the page among the columns of a table.

    Where every cell holds on one line, each column has the room of its longest. Else each has the
    room of its longest word, and what is left goes where texts are long. Where not even the words
    hold, every column gives way alike.
    """
    columns = [
        [column.title, *(cells[position] for cells in asked.rows)]
        for position, column in enumerate(asked.columns)
    ]
    longest = [max(map(_width, texts)) for texts in columns]
    words = [
        max(_width(word) for text in texts for word in _BREAK.split(text)) for texts in columns
    ]
    if sum(longest) <= PAGE_WIDTH:
        return _filled(longest, longest)
    if sum(words) >= PAGE_WIDTH:
        return _filled([0] * len(words), words)
    usual = [
        (sum(map(_width, texts)) // len(texts) + min(most, _LONG)) // 2
        for texts, most in zip(columns, longest, strict=True)
    ]
    more = [max(0, want - width) for want, width in zip(usual, words, strict=True)]
    return _filled(words, more if any(more) else longest)


def _filled(widths: Sequence[int], shares: Sequence[int]) -> list[int]:
    """Add what is left of the page to some widths, in proportion of some shares."""
    left = PAGE_WIDTH - sum(widths)
    wider = [
        width + left * share // sum(shares) for width, share in zip(widths, shares, strict=True)
    ]
    return [PAGE_WIDTH - sum(wider[1:]), *wider[1:]]


def _width(text: str) -> int:
    """Width of a cell that holds a text on a line, a little more than it takes."""
    return _PADDING + sum(map(_letter, text))


def _letter(letter: str) -> int:
    """Width of a letter."""
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    return _CAPITAL if letter.isupper() else _PLAIN

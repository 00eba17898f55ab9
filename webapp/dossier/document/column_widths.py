"""Widths of the columns of a table: no word is cut, and long texts have the room that is left."""

from __future__ import annotations

import re

from webapp.dossier.blocks import Table

# Between the margins; like every width, in twentieths of a point.
PAGE_WIDTH = 9638
# Letters of a table in bold, and the room beside the text of a cell.
_NARROW, _PLAIN, _WIDE = 62, 107, 162
_NARROW_LETTERS, _WIDE_LETTERS = frozenset("fijlrtI.,;:'’()[]|/ \u00a0\u202f"), frozenset("mwMW%")
_CAPITAL = 134
_PADDING = 190
_LONGEST_CELL = 6500
_BREAK = re.compile(r"(?<=-)| ")


def column_widths(asked: Table) -> list[int]:
    """Share the width of the page among the columns of a table.

    Each has the room of its longest word; what is left goes to those whose cells are longer, in
    proportion. Where not even the words hold, every column gives way alike.
    """
    least, wanted = [], []
    for position, column in enumerate(asked.columns):
        texts = [column.title, *(cells[position] for cells in asked.rows)]
        words = [word for text in texts for word in _BREAK.split(text)]
        least.append(max(map(_width, words)))
        wanted.append(min(max(map(_width, texts)), _LONGEST_CELL))
    left = PAGE_WIDTH - sum(least)
    if left < 0:
        widths = [PAGE_WIDTH * width // sum(least) for width in least]
    else:
        more = [want - width for want, width in zip(wanted, least, strict=True)]
        # Short tables fill the page all the same.
        shares = more if sum(more) > left else wanted
        widths = [
            width + left * share // sum(shares) for width, share in zip(least, shares, strict=True)
        ]
    return [PAGE_WIDTH - sum(widths[1:]), *widths[1:]]


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

"""Widths of the columns of a table: no word is cut, and the table is as low as it can be."""

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
# What the room that words leave is shared in.
_STEPS = 60
_BREAK = re.compile(r"(?<=-)| ")


def column_widths(asked: Table) -> list[int]:
    """Share the width of the page among the columns of a table.

    Where every cell holds on one line, each column has the room of its longest. Else each has the
    room of its longest word, and what is left goes where it makes most rows lower. Where not even
    the words hold, every column gives way alike.
    """
    rows = [[column.title for column in asked.columns], *asked.rows]
    needed = [[_width(text) for text in cells] for cells in rows]
    longest = [max(column) for column in zip(*needed, strict=True)]
    words = [
        max(_width(word) for text in texts for word in _BREAK.split(text))
        for texts in zip(*rows, strict=True)
    ]
    if sum(longest) <= PAGE_WIDTH:
        return _filled(longest, longest)
    if sum(words) >= PAGE_WIDTH:
        return _filled([0] * len(words), words)
    return _lowered(words, needed)


def _lowered(words: Sequence[int], needed: Sequence[Sequence[int]]) -> list[int]:
    """Widen, step by step, the column that makes most rows tall.

    Parameters
    ----------
    words
        Least widths.
    needed
        For each row, the width that each cell takes on one line.
    """
    widths = list(words)
    step = max(1, (PAGE_WIDTH - sum(widths)) // _STEPS)
    while sum(widths) + step <= PAGE_WIDTH:
        heights = [0.0] * len(widths)
        for row in needed:
            lines = [
                (want - _PADDING) / (width - _PADDING)
                for want, width in zip(row, widths, strict=True)
            ]
            tallest = max(lines)
            if tallest > 1:
                heights[lines.index(tallest)] += tallest
        if not any(heights):
            break
        widths[heights.index(max(heights))] += step
    return _filled(widths, widths)


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

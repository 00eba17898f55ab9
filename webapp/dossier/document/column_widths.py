"""Widths of the columns of a table: no word is cut, and long texts have the room that is left."""

from __future__ import annotations

from webapp.dossier.blocks import Table

# Between the margins; like every width, in twentieths of a point.
PAGE_WIDTH = 9638
# A letter of a table in bold, and the room beside the text of a cell.
_LETTER = 106
_PADDING = 200
_LONGEST_CELL = 60


def column_widths(asked: Table) -> list[int]:
    """Share the width of the page among the columns of a table.

    Each has the room of its longest word; what is left goes to those whose cells are longer, in
    proportion. Where not even the words hold, every column gives way alike.
    """
    least, wanted = [], []
    for position, column in enumerate(asked.columns):
        texts = [column.title, *(cells[position] for cells in asked.rows)]
        words = [word for text in texts for word in text.split(" ")]
        least.append(_width(max(map(len, words))))
        wanted.append(_width(min(max(map(len, texts)), _LONGEST_CELL)))
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


def _width(letters: int) -> int:
    """Width of a cell that holds some letters on a line."""
    return _LETTER * letters + _PADDING

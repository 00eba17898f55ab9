"""How much room words leave for the map of a sheet, estimated from their lengths.

The browser and the PDF lay words out exactly, and the map is drawn before them: it takes what they
surely leave. Heights are in sizes of plain words, as in front/feuille.css, which this file mirrors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing.paper.sheets import LANDSCAPE, PaperRoom, Sheet

# Width of a letter and height of a line, in sizes of the words.
_LETTER = 0.51
_LINE = 1.35
_TITLE, _TITLE_LINE = 1.9, 1.15
_FOOT, _FOOT_LINE = 0.9, 1.32
_GAP = 1.0
_SWATCH = 3.0
_LEAST_MM = 60.0


@dataclass(frozen=True)
class SheetWords:
    """The words of a sheet, by where they stand.

    Attributes
    ----------
    title
        Title.
    head
        Paragraphs under it.
    legend, places
        Lines of the two keys, each with its heading first; none when it is not shown.
    foot
        Paragraphs at the foot.
    """

    title: str
    head: Sequence[str]
    legend: Sequence[str]
    places: Sequence[str]
    foot: Sequence[str]


def map_room(sheet: Sheet, words: SheetWords) -> PaperRoom:
    """Room that the words of a sheet leave to its map; never less than 6 cm high.

    Parameters
    ----------
    sheet
        The paper.
    words
        All that is written on it.
    """
    text_mm = sheet.size.text_mm
    width = sheet.inside_mm[0] / text_mm
    taken = _head(words, width) + _foot(words, width) + 2 * _GAP
    if sheet.direction != LANDSCAPE:
        column = (width - 2) / 2
        taken += max(_key(words.legend, column), _key(words.places, column)) + _GAP
    height = max(_LEAST_MM, sheet.inside_mm[1] - taken * text_mm)
    return PaperRoom(sheet.map_width_mm, round(height, 2), sheet.size)


def _lines(words: str, width: float, size: float = 1.0) -> int:
    """How many lines words take at most; a line is never quite full."""
    return max(1, math.ceil((len(words) * _LETTER * size + 2) / width))


def _head(words: SheetWords, width: float) -> float:
    """Height of the head."""
    title = _lines(words.title, width, _TITLE) * _TITLE * _TITLE_LINE
    return title + sum(_lines(line, width) * _LINE + 0.4 for line in words.head) + 0.85


def _foot(words: SheetWords, width: float) -> float:
    """Height of the foot."""
    lines = sum(_lines(line, width, _FOOT) for line in words.foot)
    return lines * _FOOT * _FOOT_LINE + 0.7


def _key(lines: Sequence[str], width: float) -> float:
    """Height of a key in a column."""
    if not lines:
        return 0.0
    rows = sum(max(1.5, _lines(line, width - _SWATCH) * _LINE) + 0.45 for line in lines[1:])
    return _lines(lines[0], width) * _LINE + 0.5 + rows

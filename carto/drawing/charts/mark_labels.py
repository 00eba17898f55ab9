"""Where the words of marks stand over a chart: within it, and across no other mark.

Each mark is a line from its words down to the foot of the chart, one row of words each: the lines
of the rows above pass through those below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations, product

GAP = 7
_LETTER = 7.4


@dataclass(frozen=True)
class LaidLabel:
    """The words of a mark, beside its line.

    Attributes
    ----------
    index
        Which mark.
    at
        Where its line stands.
    start, end
        Where the words stand.
    """

    index: int
    at: float
    start: float
    end: float


def lay_labels(marks: Sequence[tuple[float, str]], width: float) -> list[LaidLabel]:
    """Choose a row for each mark, from the top, and the side of its words.

    Parameters
    ----------
    marks
        Where each stands, and its words.
    width
        Of the chart. Words wider than that start at its edge.

    Examples
    --------
    The words of the second would stand across the line of the first, were they under it:

    >>> laid = lay_labels([(260, "Finistère : 90,2 %"), (275, "seuil : 95 %")], 300)
    >>> [(label.index, label.end < label.at) for label in laid]
    [(1, True), (0, True)]
    """
    orders = permutations(range(len(marks)))
    sides = tuple(product((True, False), repeat=len(marks)))
    found = [
        [
            _beside(index, *marks[index], is_after=after)
            for index, after in zip(order, side, strict=True)
        ]
        for order in orders
        for side in sides
    ]
    best = min(found, key=lambda rows: _trouble(rows, width))
    return [_within(label, width) for label in best]


def _beside(index: int, at: float, words: str, *, is_after: bool) -> LaidLabel:
    """Put words after a line, or before it."""
    length = _LETTER * len(words)
    start = at + GAP if is_after else at - GAP - length
    return LaidLabel(index, at, start, start + length)


def _within(label: LaidLabel, width: float) -> LaidLabel:
    """Move words that would leave the chart."""
    moved = max(min(0.0, width - label.end), -label.start)
    return LaidLabel(label.index, label.at, label.start + moved, label.end + moved)


def _trouble(rows: Sequence[LaidLabel], width: float) -> float:
    """How far words leave the chart, and a width for each line that crosses some."""
    out = sum(max(0.0, -label.start) + max(0.0, label.end - width) for label in rows)
    crossed = sum(
        label.start - GAP < above.at < label.end + GAP
        for rank, label in enumerate(rows)
        for above in rows[:rank]
        if above.at != label.at
    )
    return out + width * crossed

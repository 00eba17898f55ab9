"""Place the names of towns on a map, for the size at which they will be read.

Names are chosen when the map is drawn, not when it is built: a sheet of A3 has room for more of
them than one of A4, or than a telephone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTER_WIDTH = 0.54
LINE_HEIGHT = 1.12
# Between two names on a line, in sizes of the letters: two words apart read as two names.
MARGIN = 0.9
# Where a baseline may stand, from the point of the commune, in sizes of the letters.
_SHIFTS = (0.35, -0.55, 1.25, -1.3, 2.0)


@dataclass(frozen=True)
class Label:
    """A name to place: the most populated towns are placed first.

    Attributes
    ----------
    words
        The name.
    x, y
        Point that it names.
    rank
        The higher, the sooner it is placed; ties by name.
    """

    words: str
    x: float
    y: float
    rank: float


@dataclass(frozen=True)
class Placed:
    """A name where it is written: middle of its baseline."""

    words: str
    x: float
    baseline: float


@dataclass(frozen=True)
class _Block:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: _Block) -> bool:
        """Whether two rectangles share some paper."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def widened(self, margin: float) -> _Block:
        """Take some room on both sides."""
        return _Block(self.left - margin, self.top, self.right + margin, self.bottom)


def place_names(
    labels: Iterable[Label],
    size: float,
    width: float,
    marks: Sequence[tuple[float, float, float]] = (),
    most: int = 40,
) -> list[Placed]:
    """Choose the names that cover no other name, nor a mark, and where they stand.

    Parameters
    ----------
    labels
        Candidates.
    size
        Height of the letters, in the unit of the points.
    width
        Width of the drawing: a name that would leave it is moved sideways.
    marks
        Middle and radius of what names must not cover.
    most
        Most names.

    Returns
    -------
    list of Placed
        The same for the same candidates, whatever their order.

    Examples
    --------
    >>> brest, near = Label("Brest", 50, 50, 140_000), Label("Guilers", 50, 51, 8_000)
    >>> [(name.words, name.baseline) for name in place_names([near, brest], 4, 100)]
    [('Brest', 51.4), ('Guilers', 56.0)]
    """
    taken = [_Block(x - r, y - r, x + r, y + r) for x, y, r in marks]
    placed: list[Placed] = []
    for label in sorted(labels, key=lambda label: (-label.rank, label.words)):
        if len(placed) == most:
            break
        half = LETTER_WIDTH * size * len(label.words) / 2
        x = min(max(label.x, half), width - half)
        for shift in _SHIFTS:
            baseline = label.y + shift * size
            top = baseline - 0.85 * size
            block = _Block(x - half, top, x + half, top + LINE_HEIGHT * size)
            if not any(block.covers(other) for other in taken):
                taken.append(block.widened(MARGIN * size))
                placed.append(Placed(label.words, round(x, 2), round(baseline, 2)))
                break
    return placed

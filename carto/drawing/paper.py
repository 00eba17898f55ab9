"""The sheets of paper that a map is printed on: their sizes, and the room that the map has.

A sheet has a head (title), the map, a legend (beside the map when the sheet lies down, under it
when it stands) and a foot (sources). Lengths are millimetres; the words are as large on a sheet
as a reader at a table needs, never under 8 points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72
LANDSCAPE, PORTRAIT = "paysage", "portrait"
DIRECTIONS = (LANDSCAPE, PORTRAIT)


@dataclass(frozen=True)
class Paper:
    """A size of paper, and what the sizes of the words are multiples of.

    Attributes
    ----------
    label
        Name for a reader.
    short_mm, long_mm
        Its sides.
    text_pt
        Size of plain words on it.
    """

    label: str
    short_mm: float
    long_mm: float
    text_pt: float

    @property
    def text_mm(self) -> float:
        """Size of plain words in millimetres."""
        return self.text_pt * MM_PER_POINT

    @property
    def small_mm(self) -> float:
        """Size of the smallest words in millimetres: 8 points on A4."""
        return self.text_mm * 8 / 9


PAPERS: Mapping[str, Paper] = {
    "a4": Paper("A4", 210, 297, 9.0),
    "a3": Paper("A3", 297, 420, 11.5),
}

# Room of the map, width and height. A larger sheet has words that grow less than it does, hence
# more room than in proportion.
_MAP_ROOM: Mapping[tuple[str, str], tuple[float, float]] = {
    ("a4", LANDSCAPE): (196.0, 134.0),
    ("a4", PORTRAIT): (186.0, 150.0),
    ("a3", LANDSCAPE): (277.2, 194.0),
    ("a3", PORTRAIT): (263.0, 224.0),
}


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper in a direction.

    Attributes
    ----------
    paper
        A key of `PAPERS`.
    direction
        `paysage` or `portrait`.
    """

    paper: str
    direction: str

    @property
    def size(self) -> Paper:
        """Size of the paper."""
        return PAPERS[self.paper]

    @property
    def width_mm(self) -> float:
        """Width of the sheet.

        >>> Sheet("a4", PORTRAIT).width_mm, Sheet("a3", LANDSCAPE).width_mm
        (210, 420)
        """
        return self.size.long_mm if self.direction == LANDSCAPE else self.size.short_mm

    @property
    def height_mm(self) -> float:
        """Height of the sheet."""
        return self.size.short_mm if self.direction == LANDSCAPE else self.size.long_mm

    @property
    def map_room_mm(self) -> tuple[float, float]:
        """Width and height that the map may take."""
        return _MAP_ROOM[self.paper, self.direction]


def best_direction(width: float, height: float) -> str:
    """Direction in which a drawing of these proportions is the largest.

    >>> best_direction(900, 500), best_direction(900, 1200)
    ('paysage', 'portrait')
    """

    def enlargement(direction: str) -> float:
        room_width, room_height = _MAP_ROOM["a4", direction]
        return min(room_width / width, room_height / height)

    return max(DIRECTIONS, key=enlargement)


@dataclass(frozen=True)
class PaperFrame:
    """Where the shapes of a map lie on the paper, and how much they are enlarged.

    Attributes
    ----------
    left, top
        Corner of their view box, in millimetres from that of the room of the map.
    scale
        Millimetres per unit of the view box.
    """

    left: float
    top: float
    scale: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Place a point of the view box on the paper.

        >>> PaperFrame(10, 0, 0.2).place(100, 50)
        (30.0, 10.0)
        """
        return round(self.left + x * self.scale, 2), round(self.top + y * self.scale, 2)

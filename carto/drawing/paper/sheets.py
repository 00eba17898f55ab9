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
# Share of the width that the map has beside its legend; front/feuille.css says the same.
MAP_SHARE = 0.71795
# What the words of an A4 sheet usually leave to the map, width and height.
_USUAL_ROOM = {LANDSCAPE: (196, 134), PORTRAIT: (186, 150)}


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
    def margin_mm(self) -> float:
        """White edge on each side: 12 mm on A4."""
        return round(12 * self.size.short_mm / PAPERS["a4"].short_mm, 2)

    @property
    def inside_mm(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width_mm - 2 * self.margin_mm, self.height_mm - 2 * self.margin_mm

    @property
    def map_width_mm(self) -> float:
        """Width of the map: what the column of the legend leaves, or all of it."""
        width, _ = self.inside_mm
        return round(width * (MAP_SHARE if self.direction == LANDSCAPE else 1), 2)


def best_direction(width: float, height: float) -> str:
    """Direction in which a drawing of these proportions is the largest, on usual sheets.

    >>> best_direction(900, 500), best_direction(900, 1200)
    ('paysage', 'portrait')
    """

    def enlargement(direction: str) -> float:
        room_width, room_height = _USUAL_ROOM[direction]
        return min(room_width / width, room_height / height)

    return max(DIRECTIONS, key=enlargement)


@dataclass(frozen=True)
class PaperRoom:
    """The part of a sheet that a map takes.

    Attributes
    ----------
    width_mm, height_mm
        Its sides.
    size
        Size of the paper, for that of the words.
    """

    width_mm: float
    height_mm: float
    size: Paper


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

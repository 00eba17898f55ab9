"""A map that stands in a document by itself: title, drawing, key and north, as one picture.

What depends on the page around it (its number, its sources, its dates) is left to the document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.paper.key import draw_key, write_lines
from carto.drawing.paper.paper_map import BAR_MM, PaperView, draw_paper_map
from carto.drawing.paper.sheets import Paper, PaperRoom
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text

_KEY_SHARE, _GAP_MM = 0.3, 4.0
_TITLE = 1.1


@dataclass(frozen=True)
class PlateSize:
    """The room of a plate on its page.

    Attributes
    ----------
    width_mm
        Its width.
    most_mm
        Most height of the map itself; a wide territory takes less.
    text_pt
        Size of the words.
    has_key_beside
        Whether the key stands beside the map rather than under it.
    least_mm
        Least height of the whole plate: those that stand side by side are of one height.
    """

    width_mm: float
    most_mm: float
    text_pt: float = 9.0
    has_key_beside: bool = True
    least_mm: float = 0.0

    @property
    def map_width_mm(self) -> float:
        """Width of the map.

        >>> PlateSize(170, 100).map_width_mm, PlateSize(55, 60, has_key_beside=False).map_width_mm
        (115.0, 55)
        """
        if not self.has_key_beside:
            return self.width_mm
        return round(self.width_mm * (1 - _KEY_SHARE) - _GAP_MM, 2)


@dataclass(frozen=True)
class Plate:
    """A drawn plate.

    Attributes
    ----------
    svg
        One `<svg>` element in millimetres, which holds all it shows.
    width_mm, height_mm
        Its size.
    scale
        How many times smaller than the territory the map is.
    """

    svg: str
    width_mm: float
    height_mm: float
    scale: int


def draw_plate(
    shapes: MapShapes, indicator: Indicator, view: PaperView, title: str, size: PlateSize
) -> Plate:
    """Draw a map with its title and its key.

    Parameters
    ----------
    shapes
        Projected shapes of the territory.
    indicator
        What the colours mean.
    view
        What is drawn; its alternative stands for the whole plate.
    title
        What is shown, with its unit, where and when.
    size
        The room it has.

    Returns
    -------
    Plate
        The same for the same arguments.
    """
    room = _room(shapes, size)
    drawn = draw_paper_map(shapes, indicator, replace(view, alternative=""), room)
    small = room.size.small_mm
    head, top = _head(title, size.width_mm, room.size.text_mm)
    left = size.map_width_mm + _GAP_MM
    key_width = size.width_mm - left if size.has_key_beside else size.width_mm
    sites = [site for site in view.sites if str(site["id"]) in shapes.sites]
    key, key_height = draw_key(
        indicator, view.rows, sites, key_width, small, has_people=size.has_key_beside
    )
    below = top + room.height_mm + _GAP_MM / 2
    corner = (left, top) if size.has_key_beside else (0.0, below)
    height = top + max(room.height_mm, key_height) if size.has_key_beside else below + key_height
    height = max(height, size.least_mm)
    content = (
        element("title", text(view.alternative))
        + element("rect", width=size.width_mm, height=round(height, 1), fill=palettes.PAPER)
        + head
        + element("g", drawn.drawing + _north(room), transform=f"translate(0 {top:g})")
        + element("g", key, transform=f"translate({corner[0]:g} {corner[1]:.2f})")
    )
    svg = element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        class_="carte-papier",
        role="img",
        viewBox=f"0 0 {size.width_mm:g} {round(height, 1):g}",
        font_family="Liberation Sans, Arial, Helvetica, sans-serif",
    )
    return Plate(svg, size.width_mm, round(height, 1), drawn.scale)


def _room(shapes: MapShapes, size: PlateSize) -> PaperRoom:
    """Give the map the height that its proportions ask for."""
    width = size.map_width_mm
    height = min(size.most_mm, width * shapes.height / shapes.width + BAR_MM)
    paper = Paper("", min(width, size.most_mm), max(width, size.most_mm), size.text_pt)
    return PaperRoom(width, round(height, 2), paper)


def _head(title: str, width: float, size: float) -> tuple[str, float]:
    """Write the title; return it with the place where the map begins."""
    lines, height = write_lines(title, width * 0.97, size * _TITLE)
    head = element(
        "g",
        lines,
        font_size=round(size * _TITLE, 2),
        font_weight="bold",
        fill=palettes.INK,
    )
    return head, round(height + size, 2)


def _north(room: PaperRoom) -> str:
    """Draw an arrow to the north at the end of the line of the scale bar, never over the map."""
    size, top = room.size.small_mm, round(room.height_mm - BAR_MM + 0.6, 2)
    x = round(room.width_mm - 0.8 * size, 2)
    half, length = round(0.4 * size, 2), round(1.5 * size, 2)
    arrow = element("path", d=f"M{x:g} {top:g}l{half:g} {length:g}h{-2 * half:g}z")
    letter = element("text", "N", x=x, y=round(top + length + size, 2), text_anchor="middle")
    return element("g", arrow + letter, font_size=round(size, 2), fill=palettes.INK)

"""The map of a territory drawn for paper, in millimetres: words and marks have their true size.

On a screen a map is enlarged with its words; on paper the shapes take the room there is, and the
names, the places and the scale bar keep the size at which they are read. Nothing here needs more
than plain SVG: the halo of a name is drawn under it, since `paint-order` is not known to every
program that prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from carto.drawing import palettes
from carto.drawing.circles import draw_circles
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.legend import legend
from carto.drawing.paper.circles import circle_key
from carto.drawing.paper.hatching import filled
from carto.drawing.paper.names import draw_names, labels_of
from carto.drawing.paper.scale import denominator, scale_bar
from carto.drawing.paper.sheets import PaperFrame, PaperRoom
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text
from carto.drawing.wording import Row
from carto.place_natures import SITE_NATURES, nature_of

MOST_LETTERS = 60
# Radii of the places, in sizes of the smallest words.
DOT, DISC = 0.32, 0.66
HATCH_MM = 2.2
FADED = 0.25
BAR_MM = 9.0
# Lines between units are those of their shapes: drawn apart, they would double the drawing.
_BORDER_MM = 0.1


@dataclass(frozen=True)
class PaperMap:
    """A map for paper, and what its margin says.

    Attributes
    ----------
    svg
        One `<svg>` element, in millimetres.
    scale
        How many times smaller than the territory, two digits: 640 000 for 1 : 640 000.
    drawing
        What the `<svg>` element holds, to be put in a larger one.
    """

    svg: str
    scale: int
    drawing: str = ""


@dataclass(frozen=True)
class PaperView:
    """What to draw besides the shapes.

    Attributes
    ----------
    rows
        Units; a shape without a row is drawn as missing.
    sites
        Places, rows with `id`, `kind` and `format`; those outside the view are left out.
    selected
        Code of the unit to outline, or None.
    kept
        Key of the class that is kept, the others fading; None for all.
    alternative
        Words that stand for the drawing.
    """

    rows: Sequence[Row]
    sites: Sequence[Row] = ()
    selected: str | None = None
    kept: str | None = None
    alternative: str = ""


def draw_paper_map(
    shapes: MapShapes, indicator: Indicator, view: PaperView, room: PaperRoom
) -> PaperMap:
    """Draw a map that fills its room on a sheet.

    Parameters
    ----------
    shapes
        Projected shapes of the territory.
    indicator
        What the colours mean.
    view
        What is drawn.
    room
        Its part of the sheet.

    Returns
    -------
    PaperMap
        The same for the same arguments.
    """
    width, height = room.width_mm, room.height_mm
    scale = min(width / shapes.width, (height - BAR_MM) / shapes.height)
    left = (width - scale * shapes.width) / 2
    frame = PaperFrame(round(left, 3), 0.0, round(scale, 6))
    prefix = f"papier-{crc32(f'{shapes.territory}|{indicator.id}'.encode()):08x}"
    placed = [site for site in view.sites if str(site["id"]) in shapes.sites]
    radius = DISC * room.size.small_mm
    points = [frame.place(*shapes.sites[str(site["id"])]) for site in placed]
    marks = [(x, y, radius) for x, y in points] if bear_letters(placed) else []
    drawn = (
        _shapes(shapes, indicator, view, frame, prefix)
        + circle_key(indicator, frame, room)
        + _sites(shapes, placed, frame, room)
        + _insets(shapes, frame, room)
        + draw_names(labels_of(shapes, indicator, view.rows, frame), room, marks)
        + scale_bar(shapes.units_per_km, frame, room)
    )
    svg = element(
        "svg",
        element("title", text(view.alternative)) + drawn,
        xmlns="http://www.w3.org/2000/svg",
        class_="carte-papier",
        role="img",
        viewBox=f"0 0 {width:g} {height:g}",
        font_family="Liberation Sans, Arial, Helvetica, sans-serif",
    )
    return PaperMap(svg, denominator(shapes.units_per_km, frame), drawn)


def bear_letters(sites: Sequence[Row]) -> bool:
    """Whether places bear the letter of their nature: too many of them are dots."""
    return len(sites) <= MOST_LETTERS


def _shapes(
    shapes: MapShapes, indicator: Indicator, view: PaperView, frame: PaperFrame, prefix: str
) -> str:
    """Draw the units, one group per class, their borders and the outline of the selected one."""
    row_of = {indicator.units.code(row): row for row in view.rows}
    paths: dict[int | None, list[str]] = {}
    for code, path in shapes.units.items():
        paths.setdefault(indicator.class_of(row_of.get(code, {})), []).append(path)
    step = HATCH_MM / frame.scale
    classes = [
        element(
            "g",
            filled("".join(paths[entry.index]), entry, f"{prefix}-{entry.key}", shapes, step),
            opacity=None if view.kept in (None, entry.key) else FADED,
            stroke=palettes.OUTLINE,
            stroke_width=round(_BORDER_MM / frame.scale, 3),
        )
        for entry in legend(indicator, view.rows)
        if entry.index in paths
    ]

    def lines(path: str, millimetres: float, colour: str = palettes.BORDER) -> str:
        width = round(millimetres / frame.scale, 3)
        return element("path", d=path, fill="none", stroke=colour, stroke_width=width)

    chosen = shapes.units.get(view.selected or "")
    outlines = (
        lines(shapes.outline, 0.25)
        + lines(shapes.borders, 0.4)
        + (lines(chosen, 1.6, palettes.HALO) + lines(chosen, 0.8) if chosen else "")
    )
    return element(
        "g",
        "".join(classes) + outlines + draw_circles(shapes, indicator, view.rows),
        transform=f"translate({frame.left:g} {frame.top:g}) scale({frame.scale:g})",
        stroke_linejoin="round",
    )


def _sites(shapes: MapShapes, sites: Sequence[Row], frame: PaperFrame, room: PaperRoom) -> str:
    """Draw each place as a white disc in a dark red ring, with its letter when there is room."""
    size, has_letters = room.size.small_mm, bear_letters(sites)
    radius = round((DISC if has_letters else DOT) * size, 2)
    drawn = []
    for site in sites:
        x, y = frame.place(*shapes.sites[str(site["id"])])
        drawn.append(element("circle", cx=x, cy=y, r=radius))
        if has_letters:
            letter = SITE_NATURES[nature_of(site)].letter
            foot = round(y + 0.36 * size, 2)
            drawn.append(
                element("text", letter, x=x, y=foot, fill=palettes.SITE_RING, stroke="none")
            )
    return element(
        "g",
        "".join(drawn),
        fill=palettes.SITE_DISC,
        stroke=palettes.SITE_RING,
        stroke_width=round(0.16 * size, 2),
        font_size=round(size, 2),
        font_weight="bold",
        text_anchor="middle",
    )


def _insets(shapes: MapShapes, frame: PaperFrame, room: PaperRoom) -> str:
    """Draw the borders of the insets, and their names."""
    drawn = []
    for inset in shapes.insets:
        x, y = frame.place(inset.x, inset.y)
        width, height = inset.width * frame.scale, inset.height * frame.scale
        border: dict[str, str | float | None] = {
            "x": x,
            "y": y,
            "width": round(width, 2),
            "height": round(height, 2),
        }
        middle, foot = round(x + width / 2, 2), round(y + height - 0.8, 2)
        drawn.append(element("rect", **border, fill="none", stroke=palettes.OUTLINE))
        drawn.append(element("text", text(inset.nom), x=middle, y=foot, fill=palettes.INK))
    return element(
        "g",
        "".join(drawn),
        stroke_width=0.2,
        font_size=round(room.size.small_mm, 2),
        text_anchor="middle",
    )

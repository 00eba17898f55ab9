"""The choropleth of a territory as SVG text: what every page, print and embed shows first.

Pure text from shapes already projected and rows already computed: no geometry library, a few
milliseconds. Presentation attributes only, so that a strict CSP accepts it inline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

from carto.drawing import circles, hatching, margins, palettes
from carto.drawing.description import describe
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.insets import draw_insets
from carto.drawing.legend import legend
from carto.drawing.near_places import near_groups
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text
from carto.drawing.wording import Row
from carto.french import NBSP, number
from carto.place_natures import SITE_NATURES, nature_of

NAME_SIZE = 20
SITE_RADIUS = 9
# Places closer than this, in radii of their disc, would cover one another.
NEAR = 2.3
KEY_X = 250


def draw_map(
    shapes: MapShapes,
    indicator: Indicator,
    rows: Sequence[Row],
    *,
    address: Callable[[str], str] | None = None,
    standalone: bool = False,
    sites: Sequence[Row] = (),
) -> str:
    """Draw the units of a territory, coloured by class.

    Parameters
    ----------
    shapes
        Projected shapes of the territory.
    indicator
        What the colours mean.
    rows
        Units of the map; one without a shape is not drawn, a shape without a row is drawn as
        missing.
    address
        Address of a page from its path, which keeps what the reader chose. Each unit is then a
        link to its page, with its value as a tooltip, and the drawing is hidden from assistive
        technology: the page's table is its accessible equivalent.
    standalone
        Make an image that explains itself: title, definition, legend with counts, credit.
    sites
        Places to draw, rows with `id`, `nom` and `format`; those outside the view are left out.

    Returns
    -------
    str
        One `<svg>` element.
    """
    links = address is not None
    kind = f"{shapes.territory}|{indicator.id}|{links}|{standalone}|{len(rows)}"
    prefix = f"carte-{crc32(kind.encode()):08x}"
    entries = legend(indicator, rows)
    placed = [site for site in sites if str(site["id"]) in shapes.sites]
    drawn = _draw_units(shapes, indicator, rows, prefix, address)
    drawn += _draw_over_units(shapes, indicator, rows, placed)
    end = shapes.height + margins.SCALE_HEIGHT
    if standalone:
        drawn, end = margins.surround(
            drawn, end, shapes, indicator, margins.Key(entries, placed, prefix)
        )
    words = "" if links else _name(shapes, indicator, rows, prefix)
    return element(
        "svg",
        words + hatching.patterns(entries, prefix) + drawn,
        xmlns="http://www.w3.org/2000/svg",
        class_="carte-svg",
        viewBox=f"0 0 {shapes.width} {end}",
        font_family="system-ui, sans-serif",
        role=None if links else "img",
        aria_labelledby=None if links else f"{prefix}-titre {prefix}-texte",
        aria_hidden="true" if links else None,
        focusable="false" if links else None,
    )


def _draw_over_units(
    shapes: MapShapes, indicator: Indicator, rows: Sequence[Row], placed: Sequence[Row]
) -> str:
    """Draw what lies over the colours of a map, from below to above, and its scale under it."""
    return (
        _draw_lines(shapes)
        + draw_insets(shapes.insets)
        + circles.draw_circles(shapes, indicator, rows)
        + _draw_sites(shapes, placed)
        + draw_names(shapes)
        + margins.scale_bar(shapes, shapes.height)
        + circles.draw_key(indicator, KEY_X, shapes.height + margins.SCALE_HEIGHT / 2)
    )


def _name(shapes: MapShapes, indicator: Indicator, rows: Sequence[Row], prefix: str) -> str:
    """Name the image, and describe it in a sentence."""
    title = text(margins.heading(indicator, shapes.territory))
    described = text(describe(indicator, rows))
    return element("title", title, id=f"{prefix}-titre") + element(
        "desc", described, id=f"{prefix}-texte"
    )


def _draw_units(
    shapes: MapShapes,
    indicator: Indicator,
    rows: Sequence[Row],
    prefix: str,
    address: Callable[[str], str] | None,
) -> str:
    """Draw the units, one group per class."""
    row_of = {indicator.units.code(row): row for row in rows}
    groups: dict[int | None, list[str]] = {}
    for code, path in shapes.units.items():
        row = row_of.get(code, {})
        drawn = element("path", d=path)
        if address is not None:
            href = address(f"/{indicator.units.type}/{code}")
            drawn = _draw_link(href, path, f"{row.get('nom', code)}{NBSP}: {indicator.text(row)}")
        groups.setdefault(indicator.class_of(row), []).append(drawn)
    classes = [
        element(
            "g",
            "".join(groups[entry.index]),
            data_classe="" if entry.index is None else str(entry.index),
            fill=hatching.fill(entry, prefix),
        )
        for entry in legend(indicator, rows)
        if entry.index in groups
    ]
    return element(
        "g",
        "".join(classes),
        class_="communes",
        stroke=palettes.OUTLINE,
        stroke_width=0.6,
        stroke_linejoin="round",
    )


def _draw_link(href: str, path: str, tooltip: str) -> str:
    """Draw a unit as a link to its page; its tooltip is its name and value."""
    shape = element("path", element("title", text(tooltip)), d=path)
    return element("a", shape, href=href, tabindex=-1)


def _draw_lines(shapes: MapShapes) -> str:
    """Draw the borders of wider territories over those of the units, and the outer outline."""
    return element(
        "g",
        element("path", d=shapes.outline, stroke_width=1.1)
        + element("path", d=shapes.borders, stroke_width=1.8, class_="epci"),
        class_="limites",
        fill="none",
        stroke=palettes.BORDER,
        stroke_linejoin="round",
        pointer_events="none",
    )


def _draw_sites(shapes: MapShapes, sites: Sequence[Row]) -> str:
    """Draw each place as a white disc in a dark red ring, with the letter of its format.

    Places close to one another are one disc, with their number.
    """
    drawn, ring = [], palettes.SITE_RING
    points = [shapes.sites[str(site["id"])] for site in sites]
    for group in near_groups(points, NEAR * SITE_RADIUS):
        x, y = map(round, points[group[0]])
        letter, said = _mark_of([sites[index] for index in group])
        disc = element("circle", cx=x, cy=y, r=SITE_RADIUS)
        mark = element("text", letter, x=x, y=y + 4, fill=ring, stroke_width=0)
        drawn.append(element("g", element("title", text(said)) + disc + mark))
    return element(
        "g",
        "".join(drawn),
        class_="lieux",
        fill=palettes.SITE_DISC,
        stroke=ring,
        stroke_width=2.5,
        font_size=12,
        font_weight="bold",
        text_anchor="middle",
    )


def _mark_of(sites: Sequence[Row]) -> tuple[str, str]:
    """Letter of a place and its words; for several, their number and the first of their names."""
    if len(sites) > 1:
        return str(len(sites)), f"{number(len(sites))} lieux proches, dont {sites[0].get('nom')}"
    kind = SITE_NATURES[nature_of(sites[0])]
    return kind.letter, f"{sites[0].get('nom')} ({kind.words})"


def draw_names(shapes: MapShapes) -> str:
    """Name the main communes, with a halo that keeps the words legible on any colour."""
    names = (element("text", text(nom), x=x, y=y) for nom, (x, y) in shapes.names.items())
    return element(
        "g",
        "".join(names),
        class_="noms",
        font_size=NAME_SIZE,
        text_anchor="middle",
        fill=palettes.INK,
        stroke=palettes.HALO,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
        pointer_events="none",
    )

"""The key of a map on paper, drawn: its classes with their counts, and the signs of the places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from carto import french
from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.legend import LegendEntry, legend
from carto.drawing.margins import entry_words
from carto.drawing.paper.paper_map import DISC, DOT, bear_letters
from carto.drawing.svg import element, text
from carto.drawing.wording import Row
from carto.french import NBSP
from carto.place_natures import SITE_NATURES, nature_of

# Width of a letter and height of a line, in sizes of the words.
LETTER, LINE = 0.52, 1.3
# Width and height of the sample of a class, in sizes of the words.
_WIDE, _HIGH = 2.4, 1.4

Lines = tuple[str, float]


def draw_key(
    indicator: Indicator,
    rows: Sequence[Row],
    sites: Sequence[Row],
    width: float,
    size: float,
    *,
    has_people: bool = True,
) -> Lines:
    """Draw the key of a map, from the top left corner of its place.

    Parameters
    ----------
    indicator
        What the colours mean.
    rows
        Units of the map, counted by class.
    sites
        Places of the map; none when they are not drawn.
    width
        Room for the key, in millimetres.
    size
        Size of the words, in millimetres.
    has_people
        Whether inhabitants are counted beside units.

    Returns
    -------
    tuple of str and float
        The drawing, and its height.
    """
    column = width - (_WIDE + 0.6) * size
    counted = legend(indicator, rows)
    if not has_people:
        counted = [replace(entry, population=None) for entry in counted]
    drawn, y = [], 0.0
    for sample, words in (*_classes(indicator, counted, size), *_places(sites, size)):
        lines, height = write_lines(words, column, size)
        shift = round((_WIDE + 0.6) * size, 2)
        drawn.append(
            element("g", sample, transform=f"translate(0 {y:.2f})")
            + element("g", lines, transform=f"translate({shift:g} {y:.2f})")
        )
        y += max(height, (_HIGH + 0.25) * size) + 0.25 * size
    return element("g", "".join(drawn), font_size=round(size, 2), fill=palettes.INK), y


def write_lines(words: str, width: float, size: float) -> Lines:
    """Write words on as many lines as their room asks.

    Parameters
    ----------
    words
        Cut between words, never at a no-break space.
    width
        Room, in millimetres.
    size
        Size of the words, in millimetres.

    Returns
    -------
    tuple of str and float
        The drawing, without a size of its own, and its height.
    """
    length = max(1, int(width / (LETTER * size)))
    lines = wrap(words, length, break_on_hyphens=False, break_long_words=False)
    written = "".join(
        element("text", text(line), y=round((LINE * index + 1.05) * size, 2))
        for index, line in enumerate(lines)
    )
    return written, LINE * size * len(lines)


def _classes(
    indicator: Indicator, entries: Sequence[LegendEntry], size: float
) -> Iterator[tuple[str, str]]:
    """Give the sample and the words of each class; one that nothing can miss has no grey one."""
    for entry in entries:
        if entry.index is not None or indicator.missing_label:
            yield _sample(entry, size), entry_words(entry, indicator.units)


def _sample(entry: LegendEntry, size: float) -> str:
    """Draw the colour of a class, hatched as on the map."""
    wide, high = round(_WIDE * size, 2), round(_HIGH * size, 2)
    sides: dict[str, str | float] = {"width": wide, "height": high}
    ground = element("rect", **sides, fill=entry.colour)
    hatching = ""
    if entry.is_worst or entry.index is None:
        starts = [round(step * (wide - high) / 2, 2) for step in range(3)]
        ends = (high, 0.0) if entry.index is not None else (0.0, high)
        path = "".join(f"M{x:g} {ends[0]:g}L{x + high:g} {ends[1]:g}" for x in starts)
        colour = palettes.HATCH_ON_MISSING if entry.index is None else palettes.HATCH_ON_COLOUR
        hatching = element("path", d=path, stroke=colour, stroke_width=0.35, fill="none")
    border = element("rect", **sides, fill="none", stroke=palettes.OUTLINE, stroke_width=0.15)
    return ground + hatching + border


def _places(sites: Sequence[Row], size: float) -> Iterator[tuple[str, str]]:
    """Give the sign and the words of each nature of place that is drawn."""
    natures = Counter(map(nature_of, sites))
    if not natures:
        return
    if not bear_letters(sites):
        yield _disc("", size), french.plural(natures.total(), "lieu d'aide", "lieux d'aide")
        return
    for name in SITE_NATURES:
        if natures[name]:
            place = SITE_NATURES[name]
            yield _disc(place.letter, size), f"{place.words}{NBSP}: {natures[name]}"


def _disc(letter: str, size: float) -> str:
    """Draw the sign of a place, as on the map."""
    middle = {"cx": round(_WIDE * size / 2, 2), "cy": round(_HIGH * size / 2, 2)}
    ring: dict[str, str | float] = {
        "fill": palettes.SITE_DISC,
        "stroke": palettes.SITE_RING,
        "stroke_width": round(0.16 * size, 2),
    }
    disc = element("circle", **middle, r=round((DISC if letter else DOT) * size, 2), **ring)
    if not letter:
        return disc
    return disc + element(
        "text",
        letter,
        x=middle["cx"],
        y=round(middle["cy"] + 0.36 * size, 2),
        fill=palettes.SITE_RING,
        font_weight="bold",
        text_anchor="middle",
    )

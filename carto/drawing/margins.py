"""What surrounds a map: scale bar always; title, legend, credit when it stands alone.

A map that leaves its page, on paper or in a screenshot, still says what, where, when, in which
classes, from whom and in which projection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from carto.drawing import hatching, palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.drawing.legend import LegendEntry
from carto.drawing.round_length import round_length
from carto.drawing.shapes import MapShapes
from carto.drawing.svg import element, text
from carto.drawing.wording import Row
from carto.french import NBSP, number, plural
from carto.place_natures import SITE_NATURES, nature_of

SCALE_HEIGHT = 44
TITLE_SIZE = 26
BODY_SIZE = 17
LINE = 24
EDGE = 12


def scale_bar(shapes: MapShapes, top: float) -> str:
    """Draw a scale bar of a round number of kilometres, and name the projection beside it."""
    kilometres = round_length(shapes.width / 5 / shapes.units_per_km)
    length, foot = kilometres * shapes.units_per_km, top + 34
    bar = element(
        "path",
        d=f"M{EDGE} {foot - 8:g}v8h{length:.1f}v-8",
        fill="none",
        stroke=palettes.INK,
        stroke_width=2,
    )
    label = _words(f"{number(kilometres)}{NBSP}km", EDGE + 8, foot - 8, BODY_SIZE)
    name = element(
        "text",
        text(_projection(shapes)),
        x=shapes.width - EDGE,
        y=foot,
        font_size=BODY_SIZE - 2,
        text_anchor="end",
    )
    return element("g", bar + label + name, class_="echelle", fill=palettes.INK)


def _projection(shapes: MapShapes) -> str:
    """Name the projection; insets have their own, and their own scale."""
    named = f"Projection{NBSP}: {shapes.projection}"
    return f"{named}{NBSP}; chaque encadré a la sienne et son échelle" if shapes.insets else named


def heading(indicator: Indicator, territory: str) -> str:
    """Title of a map: what, where, when; a title that names the unit already says it once."""
    shown, unit = indicator.definition.title, indicator.units.singular
    what = shown if shown.endswith(unit) else f"{shown} par {unit}"
    title = f"{what}, {territory}"
    return f"{title} ({indicator.definition.period})" if indicator.definition.period else title


def entry_words(entry: LegendEntry, unit: Unit = COMMUNE) -> str:
    """Write a class of the legend with its counts."""
    counted = f"{entry.label}{NBSP}: {unit.count(entry.count)}"
    people = "" if entry.population is None else f", {plural(entry.population, 'habitant')}"
    return f"{counted}{people}" if entry.count else counted


def _site_words(sites: Sequence[Row]) -> str:
    """Write the key of the places: the letter of each nature on the map."""
    natures = sorted(set(map(nature_of, sites)))
    letters = ", ".join(
        f"{SITE_NATURES[name].letter} {SITE_NATURES[name].words}" for name in natures
    )
    several = ", 3 plusieurs lieux proches" if len(sites) > 1 else ""
    return f"Lieux d'aide au numérique{NBSP}: {letters}{several}"


@dataclass(frozen=True)
class Key:
    """What the key of a standalone map explains: classes, places, and the pattern prefix."""

    entries: Sequence[LegendEntry]
    sites: Sequence[Row]
    prefix: str


def surround(
    drawn: str, height: float, shapes: MapShapes, indicator: Indicator, key: Key
) -> tuple[str, int]:
    """Put a title above a drawn map, legend and credit under it, and paper behind.

    Parameters
    ----------
    drawn, height
        Markup of the map and its height.
    shapes, indicator
        What was drawn.
    key
        What the legend explains.

    Returns
    -------
    str
        Markup of the whole.
    int
        Its height.
    """
    lines = [(line, TITLE_SIZE) for line in _wrapped(heading(indicator, shapes.territory), 54)]
    lines += [(line, BODY_SIZE) for line in _wrapped(indicator.question, 96)]
    head, top = _stack(lines, 8)
    swatches, y = _swatches(key, indicator.units, top + height + 12)
    credit = _wrapped(indicator.definition.credit, 108)
    foot, end = _stack([(line, BODY_SIZE - 2) for line in credit], y)
    paper = element("rect", width=shapes.width, height=round(end), fill=palettes.PAPER)
    words = element("g", head + swatches + foot, fill=palettes.INK)
    return paper + element("g", drawn, transform=f"translate(0 {top:g})") + words, round(end)


def _swatches(key: Key, unit: Unit, y: float) -> tuple[str, float]:
    """Draw one line per class, then the letters of the places; return them with their end."""
    drawn = []
    for entry in key.entries:
        swatch = element(
            "rect",
            x=EDGE,
            y=y,
            width=34,
            height=18,
            fill=hatching.fill(entry, key.prefix),
            stroke=palettes.OUTLINE,
        )
        drawn.append(swatch + _words(entry_words(entry, unit), EDGE + 44, y + 15, BODY_SIZE))
        y += LINE
    if key.sites:
        lines = [(line, BODY_SIZE) for line in _wrapped(_site_words(key.sites), 96)]
        words, y = _stack(lines, y - 4)
        drawn.append(words)
    return "".join(drawn), y


def _wrapped(words: str, length: int) -> list[str]:
    """Cut words into lines of at most `length` characters, never at a non-breaking space.

    Each sentence begins a line.
    """
    return [
        line.replace("\0", NBSP)
        for sentence in words.replace(NBSP, "\0").replace(". ", ".\n").splitlines()
        for line in wrap(sentence, length, break_long_words=False)
    ]


def _stack(lines: Sequence[tuple[str, int]], top: float) -> tuple[str, float]:
    """Write lines of text one under the other; return them with the ordinate of the end."""
    written, y = "", top
    for words, size in lines:
        y += size * 1.35
        written += _words(words, EDGE, y, size)
    return written, y + 10


def _words(words: str, x: float, y: float, size: int) -> str:
    """Write one line of text."""
    weight = "bold" if size == TITLE_SIZE else None
    return element("text", text(words), x=x, y=round(y, 1), font_size=size, font_weight=weight)

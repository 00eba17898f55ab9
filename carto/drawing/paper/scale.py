"""The scale of a map on paper: a bar of round kilometres, and how many times it is smaller."""

from __future__ import annotations

import math

from carto.drawing import palettes
from carto.drawing.paper.sheets import PaperFrame, PaperRoom
from carto.drawing.round_length import round_length
from carto.drawing.svg import element, text
from carto.french import NBSP, number

_LONGEST_BAR = 0.28
_BAR_MM = 1.4
# Least length of a bar that has room for three numbers, in sizes of the words.
_WORDS_OF_THREE = 5.0


def scale_bar(units_per_km: float, frame: PaperFrame, room: PaperRoom) -> str:
    """Draw a bar of a round number of kilometres, in two halves, at the foot of the map.

    Parameters
    ----------
    units_per_km
        Length of a kilometre in the view box of the shapes.
    frame
        Where they lie on the paper.
    room
        Where the map is.
    """
    mm_per_km = units_per_km * frame.scale
    kilometres = round_length(room.width_mm * _LONGEST_BAR / mm_per_km)
    length, top = kilometres * mm_per_km, room.height_mm - 1 - _BAR_MM
    sides: dict[str, str | float] = {
        "x": 1,
        "y": round(top, 2),
        "height": _BAR_MM,
        "stroke": palettes.INK,
    }
    bar = element(
        "rect", **sides, width=round(length, 2), fill="none", stroke_width=0.25
    ) + element("rect", **sides, width=round(length / 2, 2), fill=palettes.INK, stroke_width=0.25)
    size = round(room.size.small_mm, 2)
    is_long = length > _WORDS_OF_THREE * size
    ticks = (0.0, kilometres / 2, kilometres) if is_long else (0.0, kilometres)
    words = "".join(
        element(
            "text",
            text(
                f"{kilometre:g}".replace(".", ",") + (f"{NBSP}km" if kilometre == ticks[-1] else "")
            ),
            x=round(1 + kilometre * mm_per_km, 2),
            y=round(top - 1, 2),
            text_anchor="middle" if kilometre else "start",
        )
        for kilometre in ticks
    )
    return bar + element("g", words, font_size=size, fill=palettes.INK)


def denominator(units_per_km: float, frame: PaperFrame) -> int:
    """How many times the paper is smaller than the ground, to two digits.

    >>> denominator(8.1, PaperFrame(0, 0, 0.19))
    650000
    """
    exact = 1e6 / (units_per_km * frame.scale)
    return int(round(exact, 1 - math.floor(math.log10(exact))))


def scale_words(scale: int) -> str:
    r"""Write a scale for a reader.

    >>> scale_words(640_000)
    'environ 1\xa0:\xa0640\u202f000, soit 1\xa0cm pour 6,4\xa0km'
    """
    metres = scale / 100
    kilometres = f"{metres / 1000:g}".replace(".", ",")
    length = f"{kilometres}{NBSP}km" if metres >= 1000 else number(metres, 0, "m")
    return f"environ 1{NBSP}:{NBSP}{number(scale)}, soit 1{NBSP}cm pour {length}"

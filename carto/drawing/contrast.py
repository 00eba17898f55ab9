"""How well two colours are told apart: the contrast ratio of WCAG 2, and darker shades.

Question: can a text of one colour be read on another? WCAG asks for 4.5 to 1 for a text of usual
size (criterion 1.4.3), RGAA too (criterion 3.2).
"""

from __future__ import annotations

import re

LEAST_FOR_TEXT = 4.5
WHITE = "#ffffff"

_HEX = re.compile(r"#[0-9a-f]{6}")
_LINEAR_BELOW = 0.04045
_GLARE = 0.05


def is_colour(text: str) -> bool:
    """Whether a text is a colour of six hexadecimal digits in lower case, such as `#0f5361`.

    >>> is_colour("#0f5361"), is_colour("#0F5361"), is_colour("teal")
    (True, False, False)
    """
    return _HEX.fullmatch(text) is not None


def contrast_ratio(one: str, other: str = WHITE) -> float:
    """Contrast of two colours, from 1 (the same) to 21 (black and white), whatever their order.

    >>> contrast_ratio("#000000"), contrast_ratio("#ffffff"), contrast_ratio("#ffffff", "#000000")
    (21.0, 1.0, 21.0)
    >>> round(contrast_ratio("#767676"), 2), round(contrast_ratio("#777777"), 2)
    (4.54, 4.48)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + _GLARE) / (dark + _GLARE)


def darker(colour: str, by: float) -> str:
    """Mix a colour with black; `by` is the share of black.

    >>> darker("#ff8000", 0.5), darker("#0f5361", 0)
    ('#804000', '#0f5361')
    """
    return "#" + "".join(f"{round(part * (1 - by)):02x}" for part in _parts(colour))


def dark_enough(colour: str, background: str) -> str:
    """Darken a colour just enough for a text of it to be read on a background.

    >>> dark_enough("#0f5361", "#eeece5"), dark_enough("#767676", "#eeece5")
    ('#0f5361', '#6b6b6b')
    """
    shades = (darker(colour, step / 100) for step in range(101))
    readable = (shade for shade in shades if contrast_ratio(shade, background) >= LEAST_FOR_TEXT)
    return next(readable)


def _parts(colour: str) -> list[int]:
    """Red, green and blue, 0 to 255."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """Undo the gamma of sRGB."""
    return float(part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4)

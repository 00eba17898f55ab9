"""Colours of the maps: sequential ramps that hold for colour-blind readers, dark = more attention.

Both ramps are ColorBrewer's; their luminance is monotone, so they survive a photocopy. Missing
data is never a shade of a ramp: it is grey and hatched.
"""

from __future__ import annotations

# Light to dark.
YLGNBU = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
ORRD = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
VERDICT = ("#fef0d9", "#fdcc8a", "#e34a33", "#8f0000")

OUT_OF_REACH = "#0b1033"
MISSING = "#d4d4d8"
HATCH_ON_COLOUR = "#ffffff"
HATCH_ON_MISSING = "#85858f"

OUTLINE = "#6f7480"
BORDER = "#1e2430"
INK = "#16202c"
HALO = "#ffffff"
PAPER = "#ffffff"
SITE_RING = "#7f0f1f"
SITE_DISC = "#ffffff"


def dark_first(ramp: tuple[str, ...]) -> tuple[str, ...]:
    """Reverse a ramp, for measures whose low values call for attention.

    >>> dark_first(("#fff", "#000"))
    ('#000', '#fff')
    """
    return ramp[::-1]

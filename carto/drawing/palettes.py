"""Colours of the maps, which hold for colour-blind readers: dark = more attention.

The ramps are ColorBrewer's; the luminance of the sequential ones is monotone, so they survive a
photocopy. Missing data is never a shade of a ramp: it is grey and hatched.
"""

from __future__ import annotations

# Light to dark.
YLGNBU = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
ORRD = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
VERDICT = ("#fef0d9", "#fdcc8a", "#e34a33", "#8f0000")
BUPU = ("#e0ecf4", "#9ebcda", "#8856a7")

# Diverging, for differences only: a loss, no change, gains.
PUOR = ("#b35806", "#f7f7f7", "#d8daeb", "#998ec3", "#542788")
# The same, even on both sides: large loss, loss, no change, gain, large gain.
DIFFERENCE = ("#b35806", "#fdb863", "#f7f7f7", "#b2abd2", "#542788")

# Eight types of commune: a hue for what is lacking (help orange, network green, need pink), darker
# as more is. Any two differ by 12 or more in CIELAB under the three colour blindnesses (Machado).
TYPES = {
    "pourvue": "#f7f4e6",
    "besoin_accompagne": "#e5ade7",
    "fibree_sans_aide": "#f1a469",
    "fibre_inachevee": "#74bab2",
    "double_peine": "#4e8662",
    "besoin_sans_aide": "#c24d41",
    "besoin_fibre_inachevee": "#70588c",
    "cumul": "#45093a",
}

# Natures of places, in the order of `carto.place_natures`: the hues of Okabe and Ito, which hold
# under the colour blindnesses, and grey. The viewer tells natures by letters; maps made elsewhere,
# which have no font of ours, need hues.
NATURES = ("#0072b2", "#56b4e9", "#009e73", "#e69f00", "#d55e00", "#cc79a7", "#6f7480")

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
CIRCLE = "#e08214"


def dark_first(ramp: tuple[str, ...]) -> tuple[str, ...]:
    """Reverse a ramp, for measures whose low values call for attention.

    >>> dark_first(("#fff", "#000"))
    ('#000', '#fff')
    """
    return ramp[::-1]

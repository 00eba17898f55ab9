"""Ramps: neighbours can be told apart in luminance, so a photocopy stays readable."""

from __future__ import annotations

from itertools import pairwise

import pytest

from carto.drawing import palettes


def luminance(colour: str) -> float:
    """Relative luminance of WCAG."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("ramp", [palettes.YLGNBU, palettes.ORRD, palettes.VERDICT, palettes.BUPU])
def test_neighbours_contrast(ramp) -> None:
    for light, dark in pairwise(ramp):
        assert (luminance(light) + 0.05) / (luminance(dark) + 0.05) >= 1.25


def test_missing_data_is_grey() -> None:
    red, green, blue = (int(palettes.MISSING[i : i + 2], 16) for i in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) <= 8

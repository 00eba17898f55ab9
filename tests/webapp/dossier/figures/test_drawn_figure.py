"""The image of a figure: its true size, its fineness, always the same bytes."""

from __future__ import annotations

import struct

from tests.webapp.dossier.small_dossier import MAP
from webapp.dossier.figures.drawn_figure import DOTS_PER_INCH, figure_png


def test_it_has_the_dots_of_its_size_on_paper() -> None:
    png = figure_png(MAP)
    width, height = struct.unpack(">II", png[16:24])
    assert abs(width - MAP.width_mm / 25.4 * DOTS_PER_INCH) <= 1
    assert abs(height - MAP.height_mm / 25.4 * DOTS_PER_INCH) <= 1
    assert b"pHYs" in png
    assert figure_png(MAP) == png

"""The key of the circles has the size of those of the map."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from carto.drawing.circles import KEY_COUNTS, radius
from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.paper.circles import circle_key
from carto.drawing.paper.sheets import PAPERS, PaperFrame, PaperRoom

ROOM = PaperRoom(196, 134, PAPERS["a4"])


def test_without_circles_there_is_no_key() -> None:
    assert circle_key(INDICATORS["verdict"], PaperFrame(0, 0, 0.2), ROOM) == ""


@pytest.mark.parametrize("scale", [0.1, 0.3])
def test_the_key_has_the_size_of_the_circles(scale: float) -> None:
    key = circle_key(INDICATORS["reste"], PaperFrame(0, 0, scale), ROOM)
    drawn = ET.fromstring(f"<g>{key}</g>")  # noqa: S314 - our own drawing
    radii = sorted(float(circle.get("r")) for circle in drawn.iter("circle"))
    assert radii == [pytest.approx(radius(count) * scale, abs=0.01) for count in KEY_COUNTS]
    assert all(0 < float(mark.get("x")) < 196 for mark in drawn.iter("text"))

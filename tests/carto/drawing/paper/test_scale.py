"""The scale of a map on paper is true."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from carto.drawing.paper.scale import denominator, scale_bar
from carto.drawing.paper.sheets import PAPERS, PaperFrame, PaperRoom


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("width", [180.0, 280.0])
@pytest.mark.parametrize("units_per_km", [0.9, 8.0, 40.0])
def test_the_bar_is_as_long_as_it_says(paper: str, width: float, units_per_km: float) -> None:
    frame, room = PaperFrame(10, 0, 0.17), PaperRoom(width, 120, PAPERS[paper])
    drawn = ET.fromstring(f"<g>{scale_bar(units_per_km, frame, room)}</g>")  # noqa: S314
    length = float(drawn.findall("rect")[0].get("width"))
    zero, half, end = [text.text for text in drawn.iter("text")]
    kilometres = float(end.removesuffix("\xa0km").replace(",", "."))
    assert zero == "0"
    assert float(half.replace(",", ".")) == kilometres / 2
    assert length == pytest.approx(kilometres * units_per_km * 0.17, abs=0.01)
    assert 10 < length < 0.3 * width


def test_the_denominator_follows_the_enlargement() -> None:
    assert denominator(10, PaperFrame(0, 0, 0.1)) == 1_000_000
    assert denominator(10, PaperFrame(0, 0, 0.2)) == 500_000

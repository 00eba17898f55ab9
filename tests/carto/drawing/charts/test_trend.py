"""A trend shows what was observed, what is projected and within which band."""

from __future__ import annotations

from carto.drawing.charts.trend import Moment, draw_trend
from tests.carto.drawing.charts.drawn import read

OBSERVED = [Moment("2025-T2", 0.7), Moment("2025-T3", 0.75), Moment("2025-T4", 0.8)]
PROJECTED = [Moment("2026-T1", 0.84, 0.82, 0.88), Moment("2026-T2", 0.87, 0.83, 0.92)]


def test_the_future_is_dashed_and_has_its_band() -> None:
    drawn = read(draw_trend("Fibre", OBSERVED, PROJECTED, 0.95))
    dashed = [path for path in drawn.all("path") if "stroke-dasharray" in path]
    filled = [path for path in drawn.all("path") if path.get("fill") not in (None, "none")]
    assert len(dashed) == 1
    assert len(filled) == 1
    assert filled[0]["d"].endswith("Z")


def test_the_ends_are_said_with_their_bounds() -> None:
    said = read(draw_trend("Fibre", OBSERVED, PROJECTED, 0.95)).said.replace("\u00a0", " ")
    assert "De 70,0 % au 2e trimestre 2025 à 80,0 % au 4e trimestre 2025" in said
    assert "87,0 % au 2e trimestre 2026, entre 83,0 % et 92,0 %" in said


def test_one_quarter_is_a_dot() -> None:
    drawn = read(draw_trend("Fibre", OBSERVED[:1], [], 0.95))
    assert len(drawn.all("circle")) == 1
    assert not [path for path in drawn.all("path") if "stroke-dasharray" in path]


def test_a_higher_share_is_drawn_higher() -> None:
    drawn = read(draw_trend("Fibre", OBSERVED, [], 0.95))
    (curve,) = [path for path in drawn.all("path") if path.get("stroke-width") == "2.5"]
    heights = [float(point.split()[1]) for point in curve["d"].removeprefix("M").split("L")]
    assert heights == sorted(heights, reverse=True)

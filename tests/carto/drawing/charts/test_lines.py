"""Lines are spaced by time, broken where a quarter is missing, and named at their end."""

from __future__ import annotations

from carto.drawing.charts.frame import WIDTH
from carto.drawing.charts.lines import STROKES, Line, draw_lines
from tests.carto.drawing.charts.drawn import Drawn, read

HERE = Line("Ici", [{"2025-T3": 0.5, "2025-T4": 0.6, "2026-T2": 0.8}])
FRANCE = Line("France", [{"2025-T3": 0.8, "2025-T4": 0.81, "2026-T1": 0.82, "2026-T2": 0.83}])


def paths(drawn: Drawn, rank: int) -> list[str]:
    """Curves of the line of a rank; the thread of its name is thinner."""
    colour, width, _ = STROKES[rank]
    return [
        path["d"]
        for path in drawn.all("path")
        if path["stroke"] == colour and float(path["stroke-width"]) == width
    ]


def test_a_missing_quarter_breaks_the_line_and_is_shaded() -> None:
    drawn = read(draw_lines("Fibre", [HERE, FRANCE]))
    assert [path.count("L") for path in paths(drawn, 0)] == [1]
    assert [path.count("L") for path in paths(drawn, 1)] == [3]
    assert len(drawn.all("rect")) == 1


def test_pieces_that_do_not_compare_are_not_joined() -> None:
    apart = Line("Ici", [{"2025-T3": 0.5, "2025-T4": 0.6}, {"2026-T1": 0.7, "2026-T2": 0.8}])
    assert len(paths(read(draw_lines("Fibre", [apart])), 0)) == 2


def test_each_line_is_named_with_its_last_value_inside_the_drawing() -> None:
    long = Line("Communauté de communes du pays de nulle part", [{"2026-T2": 0.8}])
    drawn = read(draw_lines("Fibre", [long, FRANCE]))
    named = [text for text in drawn.texts if text.startswith(("Communauté", "France"))]
    assert named == ["France", "Communauté de c…"]
    assert "80,0\u00a0%" in drawn.texts
    assert all(0 <= float(text["x"]) < WIDTH for text in drawn.all("text"))
    assert "France, de 80,0\u00a0% au 3e trimestre 2025 à 83,0\u00a0%" in drawn.said


def test_lines_differ_by_their_dashes_too() -> None:
    drawn = read(draw_lines("Fibre", [FRANCE, FRANCE, FRANCE]))
    dashes = {path.get("stroke-dasharray") for path in drawn.all("path") if "L" in path["d"][8:]}
    assert {None, "7 4", "2 4"} <= dashes


def test_many_years_are_named_a_few_times() -> None:
    years = {f"{year}-T{which}": 0.6 for year in range(2017, 2027) for which in (1, 2, 3, 4)}
    drawn = read(draw_lines("Fibre", [Line("Ici", [years])]))
    assert [text for text in drawn.texts if text.startswith("20")] == [
        "2017",
        "2020",
        "2023",
        "2026",
    ]


def test_a_single_quarter_is_a_dot() -> None:
    drawn = read(draw_lines("Fibre", [Line("Ici", [{"2026-T2": 0.8}]), Line("Vide", [])]))
    assert len(drawn.all("circle")) == 1
    assert paths(drawn, 0) == []

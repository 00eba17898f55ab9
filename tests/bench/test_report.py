"""Medians, ratios and goals."""

from __future__ import annotations

import pytest

from bench.browsing import Visit
from bench.building import Build
from bench.report import Line, compare_builds, compare_visits, table


def visits(*readable: float) -> list[Visit]:
    return [Visit(ms / 2, ms, 2 * ms, 1024 * round(ms)) for ms in readable]


def test_medians_and_ratios() -> None:
    lines = {
        line.label: line
        for line in compare_visits(visits(100, 900, 400), visits(120, 100, 300), 10 * 1024)
    }
    readable = lines["carte lisible"]
    assert (readable.naive, readable.carto, readable.ratio) == (400, 120, 0.3)
    assert readable.is_met
    drawn = lines["octets de la carte lisible"]
    assert (drawn.naive, drawn.carto) == (400, 10)
    assert lines["octets, tout compris"].is_met is None


@pytest.mark.parametrize(("carto", "is_met"), [(50, True), (51, False)])
def test_a_goal_is_met_at_its_bound(carto, is_met) -> None:
    assert Line("x", "ms", 0, 100, carto, goal=0.5).is_met is is_met


def test_builds_have_no_goal() -> None:
    lines = compare_builds([Build(1, 100)], [Build(4, 200), Build(2, 300)])
    assert [(line.carto, line.is_met) for line in lines] == [(3, None), (250, None)]


def test_the_table_is_aligned_french_text() -> None:
    lines = [Line("court", "s", 1, 1234.5, 2.0, goal=0.5), Line("bien plus long", "s", 1, 1, 3)]
    title, first, second = table(lines).splitlines()
    assert "1\u202f234,5" in first
    assert first.endswith("≤\xa00,50\xa0: atteint")
    assert second.endswith("3,00")
    assert title.index("folium") + len("folium") == first.index("1\u202f234,5") + len("1 234,5")

"""Weights order communes inside a class, and nothing else."""

from __future__ import annotations

from typing import Any

from webapp.territories.territory import FIRST_COMMUNES
from webapp.thresholds.rule_order import first_ones


def commune(code: str, low: int, score: float | None) -> dict[str, Any]:
    """Build what is read of a commune."""
    names = {"code_insee": code, "nom": code, "verdict": str(low), "verdict_low": low}
    return names | {"score": score}


def test_a_place_is_beside_the_published_one() -> None:
    before = [commune("a", 2, 50.0), commune("b", 2, 60.0), commune("c", 3, 10.0)]
    after = [commune("a", 2, 70.0), commune("b", 2, 60.0), commune("c", 3, 10.0)]
    lines = first_ones(before, after)
    assert [(line.code, line.place, line.place_before) for line in lines] == [
        ("c", "1", "1"),
        ("a", "2", "3"),
        ("b", "3", "2"),
    ]
    assert (lines[1].score, lines[1].score_before) == ("70,0", "50,0")


def test_a_commune_without_a_score_comes_last_of_its_class() -> None:
    rows = [commune("a", 2, None), commune("b", 2, 0.0)]
    assert [line.code for line in first_ones(rows, rows)] == ["b", "a"]


def test_only_the_first_are_listed() -> None:
    rows = [commune(f"{one:02d}", 1, 10.0) for one in range(FIRST_COMMUNES + 4)]
    assert len(first_ones(rows, rows)) == FIRST_COMMUNES

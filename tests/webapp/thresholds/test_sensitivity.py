"""Tests of `webapp.thresholds.sensitivity`."""

from __future__ import annotations

from typing import Any

from webapp.thresholds.sensitivity import sensitivity_block


def tried(parameter: str, direction: str, value: float, changed: int) -> dict[str, Any]:
    """Build a row of the complement."""
    return {
        "parameter": parameter,
        "direction": direction,
        "value": value,
        "communes_changed": changed,
    }


ROWS = [
    tried("time_min", "baisse", 18.0, 4),
    tried("time_min", "hausse", 22.0, 3),
    tried("fibre_pct", "baisse", 85.5, 20),
    tried("fibre_pct", "hausse", 100.0, 31),
]


def test_the_threshold_that_changes_most_comes_first() -> None:
    block = sensitivity_block(ROWS, 0.1)
    assert block is not None
    assert [(line.label, line.lower, line.lower_changed) for line in block.lines] == [
        ("Couverture fibre", "85,5\u00a0%", "20"),
        ("Temps d'accès", "18\u00a0min", "4"),
    ]
    assert "relevé de 10\u00a0%" in block.chart


def test_without_the_complement_there_is_no_block() -> None:
    assert sensitivity_block([], 0.1) is None

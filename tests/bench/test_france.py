"""Figures of the whole of France: said with their goal, measured on what a build publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import france
from bench.france import Goal


def test_a_goal_is_met_at_its_bound() -> None:
    assert str(Goal("sans tuiles", "s", 60.0, 60)).endswith("60,00 s  ≤\u00a060\u00a0: atteint")
    assert str(Goal("sans tuiles", "s", 60.01, 60)).endswith(": manqué")
    assert str(Goal("naïf", "s", 1234.5)).endswith("1\u202f234,50 s")


def test_a_least_goal_is_met_from_its_bound_on() -> None:
    assert str(Goal("access / Carto", "×", 20.0, 20, is_least=True)).endswith(
        "≥\u00a020\u00a0: atteint"
    )
    assert str(Goal("access / Carto", "×", 19.9, 20, is_least=True)).endswith(": manqué")


def test_without_the_files_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(france, "DATA", tmp_path / "absent")
    france.main()
    assert "rien à mesurer" in capsys.readouterr().out

"""The time of dossiers, beside their bounds."""

from __future__ import annotations

from bench.building import Build
from bench.dossier import table


def test_each_bound_is_told_missed_alone() -> None:
    lines = table(
        {"a": Build(9.9, 499.0), "b": Build(10.1, 100.0), "c": Build(1.0, 501.0)}
    ).splitlines()
    assert [line.rpartition("\u00a0: ")[2] for line in lines] == ["atteint", "manqué", "manqué"]

"""Tests of `webapp.dossier.editions.baseline`."""

from __future__ import annotations

from webapp.dossier.editions.baseline import Baseline, BaselineValue


def test_two_equal_states_are_equal() -> None:
    value = BaselineValue("need", "Besoin", None, "sur 10", "INSEE, 2019", "donnée absente")
    first, second = (Baseline("epci", "1", "Un", "ab", "2", "cd", (value,)) for _ in "12")
    assert first == second
    assert first.values[0].value is None

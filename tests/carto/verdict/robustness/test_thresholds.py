"""Thresholds moved by 10 %: each moves the communes that stand beside it, and no other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.verdict.evidence import Evidence
from carto.verdict.parameters import Alerts
from carto.verdict.robustness.thresholds import DIRECTIONS, TRIED, try_thresholds
from carto.vocabulary import FLIPPING_THRESHOLD_WORDS


def evidence(minutes: float, access: float, need: float, taux: float) -> Evidence:
    one = [np.array([value]) for value in (minutes, access, access, need, taux, 0.0)]
    return Evidence(*one)


def moved(known: Evidence, attribute: str = "changes") -> set[tuple[str, str]]:
    return {
        (tried.parameter, tried.direction)
        for tried in try_thresholds(known, Alerts(), 0.1)
        if getattr(tried, attribute)[0]
    }


def test_values_tried() -> None:
    values = {
        (tried.parameter, tried.direction): tried.value
        for tried in try_thresholds(evidence(5, 1, 3, 1), Alerts(), 0.1)
    }
    assert values == {
        ("time_min", "baisse"): 18.0,
        ("time_min", "hausse"): 22.0,
        ("apl_ratio", "baisse"): 0.45,
        ("apl_ratio", "hausse"): 0.55,
        ("need", "baisse"): 6.3,
        ("need", "hausse"): 7.7,
        ("fibre_pct", "baisse"): 85.5,
        ("fibre_pct", "hausse"): 100.0,
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (evidence(19, 1, 3, 1), {("time_min", "baisse")}),
        (evidence(21, 1, 3, 1), {("time_min", "hausse")}),
        (evidence(5, 0.3, 3, 1), {("apl_ratio", "hausse")}),
        (evidence(5, 0.26, 3, 1), {("apl_ratio", "baisse")}),
        (evidence(5, 1, 6.5, 1), {("need", "baisse")}),
        (evidence(5, 1, 7.5, 1), {("need", "hausse")}),
        (evidence(5, 1, 3, 0.98), {("fibre_pct", "hausse")}),
        (evidence(5, 1, 3, 0.9), {("fibre_pct", "baisse")}),
        (evidence(5, 1, 3, 1), set()),
        (evidence(60, 0, 10, 0.5), set()),
        (evidence(60, 0, 10, np.nan), set()),
    ],
)
def test_a_threshold_moves_the_communes_beside_it(
    known: Evidence, expected: set[tuple[str, str]]
) -> None:
    assert moved(known) == expected


def test_who_becomes_and_who_ceases_to_be_underserved() -> None:
    assert moved(evidence(60, 0, 6.5, 1), "becomes") == {("need", "baisse")}
    assert moved(evidence(60, 0, 7.5, 1), "ceases") == {("need", "hausse")}
    assert moved(evidence(60, 0, 6.5, 1), "ceases") == set()


def test_an_unknown_value_may_change_what_remains_possible() -> None:
    known = evidence(19, 1, 8, np.nan)
    assert moved(known) == {("time_min", "baisse")}
    assert moved(known, "becomes") == {("time_min", "baisse")}


def test_the_highest_class_alone_may_change() -> None:
    open_supply = replace(evidence(5, 1, 8, 0.98), lowest=np.array([0.1]), highest=np.array([0.9]))
    assert moved(open_supply) == {("fibre_pct", "hausse")}
    assert moved(open_supply, "becomes") == set()


def test_every_threshold_has_its_words() -> None:
    assert tuple(TRIED) == tuple(FLIPPING_THRESHOLD_WORDS)
    assert list(DIRECTIONS.values()) == [-1, 1]

"""Quarters compare, or it is said why they do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto import flags
from carto.measures.comparable import why_not_comparable
from carto.measures.rollout import Rollout
from carto.verdict.parameters import Projection
from tests.carto.measures.panel import rollout

STEADY = [100.0, 110.0, 120.0, 130.0, 140.0]


def of(connectable: list[float], premises: list[float] | float = 200.0) -> Rollout:
    seen = rollout(np.array([200.0]), np.array([connectable]))
    return replace(seen, premises=np.broadcast_to(np.array(premises), (1, len(connectable))))


def why(seen: Rollout, at: int = 4) -> str:
    return str(why_not_comparable(seen, at, Projection())[0])


def test_five_quarters_in_a_row_compare() -> None:
    assert why(of(STEADY)) == ""


@pytest.mark.parametrize(
    ("connectable", "premises", "reason"),
    [
        ([np.nan, *STEADY[1:]], 200.0, flags.TRIMESTRES_INSUFFISANTS),
        ([*STEADY[:4], 129.0], 200.0, ""),
        ([*STEADY[:4], 127.0], 200.0, flags.REVISION),
        ([9000.0, 8989.0, 9000.0, 9000.0, 9000.0], 9500.0, flags.REVISION),
        (STEADY, [200.0, 200.0, 200.0, 200.0, 222.0], ""),
        (STEADY, [200.0, 200.0, 200.0, 200.0, 223.0], flags.LOCAUX_REVUS),
        (STEADY, [200.0, 240.0, 200.0, 200.0, 200.0], flags.LOCAUX_REVUS),
        (STEADY, 0.0, flags.TRIMESTRES_INSUFFISANTS),
    ],
)
def test_what_does_not_compare(
    connectable: list[float], premises: list[float] | float, reason: str
) -> None:
    assert why(of(connectable, premises)) == reason


def test_too_few_quarters_before_do_not() -> None:
    assert why(of(STEADY), at=3) == flags.TRIMESTRES_INSUFFISANTS


@pytest.mark.parametrize(
    ("denominators", "reason"),
    [
        ([1, 1, 1, 1, 1], ""),
        ([1, 1, 1, 2, 2], flags.RUPTURE_DE_DENOMINATEUR),
        ([-1, -1, -1, -1, -1], flags.RUPTURE_DE_DENOMINATEUR),
    ],
)
def test_two_definitions_of_the_premises_do_not(denominators: list[int], reason: str) -> None:
    assert why(replace(of(STEADY), denominators=np.array(denominators))) == reason


def test_what_came_before_the_window_is_forgotten() -> None:
    assert why(of([300.0, *STEADY], 400.0), at=5) == ""

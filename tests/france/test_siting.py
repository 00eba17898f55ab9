"""Siting on the whole of France: proved in time, and what half-days close."""

from __future__ import annotations

from time import perf_counter

import pytest

from carto.planning.siting.question import Question
from tests.demo import Built
from webapp.planning.proposals import LIMIT_S, proposal_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters

pytestmark = pytest.mark.france

MOST_SECONDS = 15.0
# What computing the first step of an unfinished plan may add to the limit of the service.
LEEWAY_S = 10.0


@pytest.fixture(scope="module")
def france(built_france: Built) -> LoadedSnapshot:
    """Load the whole of France."""
    return load(built_france.snapshot)


def test_ten_half_days_of_finistere_are_proved_within_fifteen_seconds(
    france: LoadedSnapshot,
) -> None:
    alerts = judging_parameters(france.facts).alerts
    started = perf_counter()
    plan = proposal_of(france, ("departement", "29"), Question(count=10), alerts)
    assert perf_counter() - started < MOST_SECONDS
    assert plan.is_best
    assert all(step.is_best for step in plan.steps)
    assert plan.closed_share == pytest.approx(0.36, abs=0.01)


def test_twenty_half_days_of_haute_garonne_close_four_fifths(france: LoadedSnapshot) -> None:
    alerts = judging_parameters(france.facts).alerts
    plan = proposal_of(france, ("departement", "31"), Question(count=20), alerts)
    assert plan.closed_share == pytest.approx(0.81, abs=0.01)
    assert plan.gap < 0.01


def test_the_most_that_may_be_asked_ends_near_the_limit(france: LoadedSnapshot) -> None:
    alerts = judging_parameters(france.facts).alerts
    started = perf_counter()
    plan = proposal_of(france, ("departement", "62"), Question(count=60), alerts)
    assert perf_counter() - started < LIMIT_S + LEEWAY_S
    assert plan.opened == 60
    assert plan.gap < 0.05
    assert len(plan.steps) == 60

"""The way to a plan: each number has its own best, and each brings no more than the one before."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.siting.proposal import Step
from carto.planning.siting.question import Question
from tests.carto.planning.siting.proposals import proposal


@pytest.mark.parametrize("kind", ["manque", "temps", "couverture", "tous", "plus-loin"])
def test_steps_go_from_one_to_the_plan(kind: str) -> None:
    found = proposal(Question(kind, count=4))
    assert [step.count for step in found.steps] == list(range(1, found.opened + 1))
    last: Step = found.steps[-1]
    assert last.loss == found.after
    assert {one.code: one.count for one in last.openings} == {
        one.code: one.count for one in found.chosen
    }
    losses = [found.before.whole, *(step.loss.whole for step in found.steps)]
    assert losses == sorted(losses, reverse=True)


def test_each_half_day_brings_no_more_than_the_one_before() -> None:
    found = proposal(Question(count=6))
    losses = np.array([found.before.whole, *(step.loss.whole for step in found.steps)])
    brought = -np.diff(losses)
    assert (np.diff(brought) <= 1e-6).all()
    assert all(step.is_best for step in found.steps)


def test_without_time_steps_say_that_they_are_not_proved() -> None:
    found = proposal(Question(count=3), limit_s=0.0)
    assert not any(step.is_best for step in found.steps)
    assert not found.is_best

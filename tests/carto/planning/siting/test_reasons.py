"""Reasons: what each commune brings, whom it helps, whether unknown people share it."""

from __future__ import annotations

import pytest

from carto.planning.siting.grounded import ask
from carto.planning.siting.problem import loss_of
from carto.planning.siting.question import Question
from carto.planning.siting.reasons import reasons
from tests.carto.planning.siting.proposals import PLACES
from tests.carto.planning.small_ground import small_ground


def test_what_a_commune_brings_is_what_is_lost_without_it() -> None:
    asked = ask(small_ground(PLACES), Question(count=2), 2.0)
    counts = asked.problem.best(2, 20).counts
    for one in reasons(asked, counts, ()):
        others = counts.copy()
        others[asked.codes.tolist().index(one.code)] = 0
        expected = loss_of(asked.problem, others) - loss_of(asked.problem, counts)
        assert one.brought == pytest.approx(expected)
        assert one.communes_helped >= 1
        assert one.people_helped > 0
        assert one.roads == ()
        assert not one.is_shared_with_unknown


def test_people_nobody_counted_are_said_to_share() -> None:
    ground = small_ground(PLACES, people=(8000.0, 1000.0, float("nan"), 200.0, 900.0))
    asked = ask(ground, Question(count=2, candidates=("29004",)), 2.0)
    (one,) = reasons(asked, asked.problem.best(2, 20).counts, ())
    assert one.is_shared_with_unknown


def test_people_around_are_counted_apart() -> None:
    ground = small_ground(PLACES)
    asked = ask(ground, Question(count=2), 2.0)
    for one in reasons(asked, asked.problem.best(2, 20).counts, ()):
        position = asked.codes.tolist().index(one.code)
        around = asked.problem.helped(position) & ~ground.is_inside
        assert one.communes_around == around.sum()
        assert one.people_around == ground.people[around].sum() < one.people_helped

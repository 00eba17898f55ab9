"""Proposals: the same each time, on three estimates of the roads, in the time there is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import QUESTIONS, Question, QuestionError
from carto.planning.siting.roads import CENTRAL
from carto.verdict.parameters import Robustness
from tests.carto.planning.siting.proposals import PLACES, proposal
from tests.carto.planning.small_ground import points_at, small_ground

TERMS = Terms(2.0, Robustness())


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_same_question_has_the_same_answer(kind: str) -> None:
    question = Question(kind, count=2)
    again = propose(small_ground(PLACES), question, TERMS, [].append)
    assert again == proposal(question)
    assert again.after.whole <= again.before.whole
    assert again.is_best


def test_half_days_close_what_is_missing() -> None:
    found = proposal(Question(count=2))
    assert found.opened == 2
    assert found.closed_share is not None
    assert 0 < found.closed_share <= 1
    gained = found.before.whole - found.after.whole
    assert gained <= 2 * 3.5 + 1e-9
    assert found.people_inside == 9700
    assert found.people_counted == 10600
    assert proposal(Question(count=2, is_inside_only=True)).people_counted == 9700


def test_each_commune_says_on_which_roads_it_is_proposed() -> None:
    found = proposal(Question(count=2))
    assert [one.roads.name for one in found.on_roads] == ["lentes", "moyennes", "rapides"]
    for one in found.chosen:
        assert CENTRAL in one.roads
        for other in found.on_roads:
            assert other.has(one.code) == (other.roads.name in one.roads)


def test_one_that_is_as_good_on_other_roads_counts_as_proposed_there() -> None:
    # At the same point: either would do on every road, and the first by code is taken.
    ground = small_ground(PLACES)
    together = points_at(0, 10, 10, 30, 40)
    question = Question("temps", count=1, candidates=("29002", "29003"))
    found = propose(replace(ground, points=together), question, TERMS, [].append)
    for one in found.on_roads:
        assert [opening.code for opening in one.openings] == ["29002"]
        assert one.alternatives == ("29003",)
        assert one.has("29003")
        assert not one.has("29004")


def test_every_code_that_is_said_has_a_name() -> None:
    found = proposal(Question("tous", radius_min=10))
    said = {code for one in found.chosen for code in one.alternatives}
    said |= {opening.code for step in found.steps for opening in step.openings}
    assert said <= set(found.names)


def test_unknown_and_unreachable_communes_are_listed() -> None:
    ground = small_ground(PLACES, people=(8000.0, 1000.0, float("nan"), 200.0, 900.0))
    found = propose(ground, Question(count=2, candidates=("29001",)), TERMS, [].append)
    assert found.unknown == ("29003",)
    lands = ground.points.landmass.copy()
    lands[3] = "Île"
    points = type(ground.points)(ground.points.x, ground.points.y, lands)
    nearest = np.array([2.0, 12, 22, np.inf, np.inf])
    apart = replace(ground, points=points, nearest_min=nearest)
    question = Question("temps", count=1, candidates=("29001",))
    assert propose(apart, question, TERMS, [].append).out_of_reach == ("29004",)


def test_too_few_places_for_all_say_how_many_it_takes() -> None:
    ground = small_ground(PLACES)
    lands = np.array(["a", "b", "c", "d", "e"])
    points = type(ground.points)(ground.points.x, ground.points.y, lands)
    nearest = np.full(5, np.inf)
    islands = replace(ground, points=points, nearest_min=nearest)
    with pytest.raises(QuestionError, match="au moins 4 lieux") as error:
        propose(islands, Question("plus-loin", count=2), TERMS, [].append)
    assert error.value.parameter == "nombre"


def test_progress_is_told_in_order() -> None:
    told: list[str] = []
    propose(small_ground(PLACES), Question(count=2), TERMS, told.append)
    assert told == [
        "recherche du meilleur plan",
        "même question, routes lentes",
        "même question, routes rapides",
        "meilleur plan de 1 sur 2",
    ]


def test_without_time_there_is_a_plan_and_a_bound() -> None:
    found = proposal(Question(count=3), limit_s=0.0)
    assert not found.is_best
    assert found.is_cut_short
    assert not proposal(Question(count=3)).is_cut_short
    assert found.opened
    assert found.bound <= proposal(Question(count=3)).after.whole <= found.after.whole + 1e-9
    assert 0 <= found.gap <= 1

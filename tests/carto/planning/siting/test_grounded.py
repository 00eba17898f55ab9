"""Questions on a ground: what is missing, what a half-day brings, whom nobody can count."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.measures.hour_rates import per_week_per_1000
from carto.planning.siting.everybody import AllCovered, LongestTrip
from carto.planning.siting.grounded import ask, nearest_today, places_kept, rates_today
from carto.planning.siting.problem import nothing
from carto.planning.siting.question import Question, QuestionError
from carto.planning.siting.shortfall import HALF_DAY_H, Shortfall
from carto.planning.siting.trips import MeanTrip, MostCovered
from carto.verdict.parameters import Catchment
from tests.carto.planning.small_ground import PEOPLE, small_ground

REFERENCE = 2.0


def shortfall(question: Question | None = None, people: tuple[float, ...] = PEOPLE) -> Shortfall:
    problem = ask(small_ground(people=people), question or Question(count=2), REFERENCE).problem
    assert isinstance(problem, Shortfall)
    return problem


def test_what_is_missing_is_the_gap_to_the_reference() -> None:
    ground = small_ground()
    every = np.full(3, True)
    assert shortfall().missing == pytest.approx(
        np.maximum(REFERENCE - rates_today(ground, every), 0)
    )


def test_half_days_add_to_the_accessibility_what_it_gains_with_one_more_place() -> None:
    """Hours of a new place, shared anew from the start, give the same to 1e-12."""
    ground = small_ground()
    problem = shortfall()
    every = np.full(3, True)
    weights = np.column_stack([ground.weights, _weights_to(1)])
    hours = np.append(ground.hours, 2 * HALF_DAY_H * 52)
    ratios = hours / (weights.T @ ground.demand)
    anew = per_week_per_1000(weights @ ratios)
    assert rates_today(ground, every) + 2 * problem.gains[:, 1] == pytest.approx(anew, rel=1e-12)


def _weights_to(commune: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    minutes = small_ground().minutes_between()[:, commune]
    return np.where(minutes <= 10, 1.0, np.where(minutes <= 15, 0.3, (minutes <= 20) * 0.1))


def test_hours_are_shared_by_the_people_around_too_and_they_count() -> None:
    ground = small_ground((("29001", 35.0),))
    problem = ask(ground, Question(count=2), REFERENCE).problem
    alone = ask(ground, Question(count=2, is_inside_only=True), REFERENCE).problem
    assert isinstance(problem, Shortfall)
    assert isinstance(alone, Shortfall)
    assert problem.is_inside.tolist() == [True] * 4 + [False]
    assert problem.gains[4, 3] > 0
    assert problem.gains == pytest.approx(alone.gains)
    assert (problem.missing[4], alone.missing[4]) == (REFERENCE, 0)


def test_unknown_people_weigh_nothing_and_lack_nothing() -> None:
    problem = shortfall(people=(8000.0, 1000.0, float("nan"), 200.0, 900.0))
    assert problem.missing[2] == 0
    assert problem.demand[2] == 0
    assert np.isfinite(problem.parts(nothing(problem))).all()


def test_unknown_people_are_served_where_all_must_be() -> None:
    ground = small_ground(people=(8000.0, 0.0, float("nan"), 200.0, 900.0))
    asked = ask(ground, Question("tous"), REFERENCE)
    assert isinstance(asked.problem, AllCovered)
    assert asked.problem.people.tolist() == [1, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("kind", "made"),
    [("temps", MeanTrip), ("couverture", MostCovered), ("plus-loin", LongestTrip)],
)
def test_each_question_has_its_problem(kind: str, made: type) -> None:
    assert isinstance(ask(small_ground(), Question(kind, count=2), REFERENCE).problem, made)


def test_candidates_are_those_asked_for_by_code() -> None:
    asked = ask(small_ground(), Question(count=2, candidates=("29003", "29001")), REFERENCE)
    assert asked.codes.tolist() == ["29001", "29003"]
    assert asked.problem.size == 2
    assert [(one.code, one.count) for one in asked.openings(np.array([0, 2]))] == [("29003", 2)]


def test_places_left_out_are_as_if_they_were_not() -> None:
    ground = small_ground()
    kept = places_kept(ground, Question(without=("lieu-0", "lieu-1")))
    assert kept.tolist() == [False, False, True]
    assert rates_today(ground, kept)[0] == 0
    assert nearest_today(ground, kept) == pytest.approx(ground.minutes[:, 2])
    none = places_kept(ground, Question(without=("tous",)))
    assert np.isinf(nearest_today(ground, none)).all()


def test_the_published_time_stands_while_the_nearest_place_does() -> None:
    ground = small_ground()
    published = replace(ground, nearest_min=ground.nearest_min + 1)
    kept = np.array([True, False, True])
    assert nearest_today(published, kept).tolist() == (ground.nearest_min + 1).tolist()


@pytest.mark.parametrize(
    ("question", "parameter", "said"),
    [
        (Question(count=9), "nombre", "8 au plus"),
        (Question("temps", count=5), "nombre", "4 au plus"),
        (Question(count=2, candidates=("22001",)), "candidats", "22001"),
        (Question(count=2, candidates=("56001",)), "candidats", "56001"),
        (Question(count=2, without=("absent",)), "sans", "absent"),
    ],
)
def test_what_cannot_be_asked_there_says_why(question: Question, parameter: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said) as error:
        ask(small_ground(), question, REFERENCE)
    assert error.value.parameter == parameter


def test_an_empty_perimeter_is_said() -> None:
    ground = small_ground()
    nowhere = replace(ground, is_inside=np.full(5, False))
    with pytest.raises(QuestionError, match="aucune commune") as error:
        ask(nowhere, Question(), REFERENCE)
    assert error.value.parameter == "territoire"


def test_three_steps_are_not_linear_and_are_refused() -> None:
    ground = small_ground()
    third = replace(ground, catchment=Catchment(method="3sfca"))
    with pytest.raises(QuestionError, match="3sfca"):
        ask(third, Question(count=2), REFERENCE)
    assert ask(third, Question("temps", count=2), REFERENCE).problem.size == 4

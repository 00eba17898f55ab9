"""The question of withdrawals, from an address and back to one."""

from __future__ import annotations

import pytest

from webapp.siting.asked_values import AskedValues
from webapp.siting.closure_question import AskedClosure, read_closure

PLACES = [f"fs-{rank}" for rank in range(4)]


def asked(places: list[str] = PLACES, **query: list[str]) -> tuple[AskedClosure, list[str]]:
    values = AskedValues(query)
    return read_closure(values, places), values.notices


def test_the_least_withdrawals_are_asked_for_by_default() -> None:
    question, notices = asked()
    assert (question.way, question.count, question.most, notices) == ("moins", 3, 4, [])
    assert question.query() == [("comment", "moins"), ("nombre", "3")]


def test_named_places_are_a_choice() -> None:
    question, notices = asked(retrait=["fs-2", "fs-0"])
    assert (question.way, question.places, notices) == ("choix", ("fs-2", "fs-0"), [])
    assert question.query() == [("comment", "choix"), ("retrait", "fs-2"), ("retrait", "fs-0")]


def test_more_places_than_there_are_is_said() -> None:
    question, notices = asked(nombre=["8"])
    assert question.count == 4
    assert "n'a que 4" in notices[0]


def test_a_territory_without_a_place_withdraws_none() -> None:
    question, notices = asked(places=[])
    assert (question.count, notices) == (0, [])


def test_a_place_of_elsewhere_is_left_out() -> None:
    question, notices = asked(retrait=["fs-1", "fs-99"])
    assert question.places == ("fs-1",)
    assert "fs-99" in notices[0]


@pytest.mark.parametrize("part", ["0", "100", "-5", "x"])
def test_hours_cannot_all_go(part: str) -> None:
    question, notices = asked(comment=["heures"], part=[part])
    assert question.share == 20
    assert notices
    assert question.query() == [("comment", "heures"), ("part", "20")]


def test_a_scenario_holds_twenty_withdrawals() -> None:
    many = [f"fs-{rank}" for rank in range(30)]
    question, notices = asked(places=many, retrait=many)
    assert len(question.places) == 20
    assert "20 lieux au plus" in notices[0]

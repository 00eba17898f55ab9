"""Words of a proposal: whole sentences, singular and plural, nothing to gain, doubts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.planning.siting.proposal import Loss, Proposal
from carto.planning.siting.question import QUESTIONS, Question
from carto.planning.siting.wording import (
    brought_words,
    certainty,
    finding,
    left_out,
    loss_words,
    mean_minutes,
)
from tests.carto.planning.siting.proposals import proposal


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_finding_is_a_sentence_without_a_hole(kind: str) -> None:
    for count in (1, 3):
        said = finding(proposal(Question(kind, count=count)))
        assert said.endswith(".")
        assert not {"{", "None", "nan", "inf"} & set(said.split())


def test_half_days_are_said_with_their_hours() -> None:
    said = finding(proposal(Question(count=2)))
    assert said.startswith("2\u00a0demi-journées (7\u00a0h par semaine) réduiraient de ")


@pytest.mark.parametrize("kind", QUESTIONS)
def test_nothing_to_open_is_said(kind: str) -> None:
    found = replace(proposal(Question(kind, count=1)), chosen=())
    assert "{" not in finding(found)
    assert finding(found).endswith(".")


def test_what_only_helps_neighbours_is_said_so() -> None:
    found = replace(proposal(Question(count=1)), before=Loss(0.0, 3.0), after=Loss(0.0, 1.0))
    assert "voisins" in finding(found)


def test_a_longest_trip_without_a_way_is_not_a_number() -> None:
    found = replace(proposal(Question("plus-loin", count=1)), before=Loss(float("inf"), 0.0))
    assert "aucun lieu qui s'atteigne" in finding(found)
    assert loss_words(found, found.before) == "sans accès"


def test_fewer_than_asked_may_do() -> None:
    found = proposal(Question("couverture", count=3, radius_min=30))
    assert found.opened < 3
    assert "rien de plus ne serait gagné" in finding(found)


def unproved(found: Proposal, bound: float) -> Proposal:
    return replace(found, is_best=False, bound=bound)


def test_doubt_is_said_as_a_share_or_as_places() -> None:
    found = proposal(Question(count=2))
    assert "aucun ne fait mieux" in certainty(found)
    assert "%" in certainty(unproved(found, 0.0))
    assert "au moins 1" in certainty(unproved(proposal(Question("tous")), 1.0))


def test_units_are_those_of_the_question() -> None:
    assert brought_words(proposal(Question(count=1)), 3.25).endswith("h")
    assert brought_words(proposal(Question("temps", count=1)), 7200) == "120\u00a0h de trajet"
    assert brought_words(proposal(Question("temps", count=1)), float("inf")) == "un accès"
    assert (
        brought_words(proposal(Question("couverture", count=1)), 1200)
        == "1\u202f200\u00a0habitants"
    )
    assert mean_minutes(replace(proposal(Question("temps", count=1)), people_inside=0.0), 9) is None


def test_what_is_left_out_is_named() -> None:
    found = replace(
        proposal(Question(count=1)),
        unknown=("29003",),
        out_of_reach=("29004",),
        names={"29003": "Hameau", "29004": "Port"},
    )
    unknown, away = left_out(found)
    assert "Hameau" in unknown
    assert "ne pèsent pas" in unknown
    assert "Port" in away
    everybody = replace(found, question=Question("tous"))
    assert "comme les autres" in left_out(everybody)[0]
    assert left_out(proposal(Question(count=1))) == ()

"""Every kind of question belongs to one of the three of the page."""

from __future__ import annotations

from webapp.siting.questions import KINDS, QUESTIONS, door_of


def test_every_kind_has_its_question() -> None:
    assert {door_of(kind) for kind in KINDS} == set(QUESTIONS)
    assert len(set(KINDS)) == len(KINDS) == 7

"""A proposal as plain values: everything is there, and nothing that JSON cannot say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from carto.planning.siting.proposal import Loss
from carto.planning.siting.question import QUESTIONS, Question
from tests.carto.planning.siting.proposals import proposal
from webapp.planning.proposal_document import UNITS, proposal_document


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_is_written_as_json(kind: str) -> None:
    document = proposal_document(proposal(Question(kind, count=2)))
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert document["unit"] == UNITS[kind]
    assert document["question"]["words"].endswith("\u00a0?")


def test_what_opens_is_written_with_its_hours_and_its_reasons() -> None:
    found = proposal(Question(count=2))
    document = proposal_document(found)
    assert sum(one["count"] for one in document["chosen"]) == 2
    for one, chosen in zip(document["chosen"], found.chosen, strict=True):
        assert one["hours_per_week"] == 3.5 * chosen.count
        assert one["brought"] == round(chosen.brought, 4)
        assert [other["code_insee"] for other in one["alternatives"]] == list(chosen.alternatives)
    assert [step["count"] for step in document["steps"]] == [1, 2]
    assert [one["name"] for one in document["roads"]] == ["lentes", "moyennes", "rapides"]
    assert (document["is_best"], document["gap"]) == (True, 0.0)


def test_places_have_no_hours() -> None:
    document = proposal_document(proposal(Question("temps", count=1)))
    assert document["chosen"][0]["hours_per_week"] is None


def test_what_is_infinite_is_null() -> None:
    found = replace(proposal(Question("plus-loin", count=1)), before=Loss(float("inf"), 0.0))
    assert proposal_document(found)["before"] == {"inside": None, "around": 0.0}

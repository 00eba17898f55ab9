"""Answers on withdrawals: the least ones, kept once computed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.planning.grounds.ground import Ground
from carto.verdict.parameters import Alerts
from webapp.siting.closure_answer import answer_closure
from webapp.siting.closure_question import AskedClosure
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

LEAST = AskedClosure("moins", 2, 4, (), 20)
WHERE = ("departement", "29")


def test_steps_go_from_one_to_what_is_asked(sample: LoadedSnapshot) -> None:
    answer = answer_closure(sample, WHERE, LEAST, Alerts())
    assert [len(step.places) for step in answer.steps] == [1, 2]
    assert answer.gone.tolist() == answer.steps[-1].places.tolist()
    assert answer.steps[0].person_minutes <= answer.steps[1].person_minutes
    assert answer.gap == 0
    assert answer.is_answered
    assert not answer.is_cut_short
    assert replace(answer, steps=answer.steps[1:]).is_cut_short
    assert replace(
        answer, steps=(replace(answer.steps[0], gap=0.1), *answer.steps[1:])
    ).is_cut_short


def test_an_answer_is_kept(sample: LoadedSnapshot) -> None:
    first = answer_closure(sample, WHERE, LEAST, Alerts())
    assert answer_closure(sample, WHERE, LEAST, Alerts()) is first


def test_chosen_places_and_reduced_hours_need_no_search(
    sample: LoadedSnapshot, finistere: Ground
) -> None:
    place = str(finistere.place_ids[0])
    chosen = answer_closure(sample, WHERE, AskedClosure("choix", 0, 4, (place,), 20), Alerts())
    assert finistere.place_ids[chosen.gone].tolist() == [place]
    reduced = answer_closure(sample, WHERE, AskedClosure("heures", 0, 4, (), 30), Alerts())
    assert reduced.loss.hours_after == pytest.approx(0.7 * reduced.loss.hours_before)
    nothing = answer_closure(sample, WHERE, AskedClosure("choix", 0, 4, (), 20), Alerts())
    assert not nothing.is_answered

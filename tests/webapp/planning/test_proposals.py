"""Proposals of the service: kept, refused in the words of the question, exact on the demo."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from flask import Flask, g

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.planning.siting.question import Question
from carto.planning.siting.shortfall import HALF_DAY_H
from carto.verdict.parameters import Alerts
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import Built
from webapp.errors import ParameterError
from webapp.planning import proposals
from webapp.planning.grounds import ground_of
from webapp.planning.plan_answers import plan_answers
from webapp.planning.proposals import proposal_of
from webapp.planning.scenario_effect import scenario_effect
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters

FINISTERE = ("departement", "29")


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


def test_the_same_question_is_answered_once(loaded: LoadedSnapshot) -> None:
    first = proposal_of(loaded, FINISTERE, Question(count=2), Alerts())
    assert proposal_of(loaded, FINISTERE, Question(count=2), Alerts()) is first


def test_another_reference_is_another_question(loaded: LoadedSnapshot) -> None:
    usual = proposal_of(loaded, FINISTERE, Question(count=2), Alerts())
    wider = proposal_of(loaded, FINISTERE, Question(count=2), Alerts(apl_ratio=1.5))
    assert usual.reference < wider.reference
    assert usual.before.whole < wider.before.whole


def test_a_question_that_cannot_be_asked_names_its_parameter(loaded: LoadedSnapshot) -> None:
    with pytest.raises(ParameterError, match="au plus") as error:
        proposal_of(loaded, FINISTERE, Question(count=60), Alerts())
    assert error.value.parameter == "nombre"


def test_half_days_leave_what_the_same_scenario_leaves(built_demo: Built) -> None:
    """Before is the published accessibility, after is that of the places of the plan, opened."""
    demo = load(built_demo.snapshot)
    alerts = judging_parameters(demo.facts).alerts
    plan = proposal_of(demo, FINISTERE, Question(count=10), alerts)
    ground = ground_of(demo, *FINISTERE)
    opened = Scenario(
        additions=tuple(
            Addition(Where(commune=one.code), HALF_DAY_H * one.count) for one in plan.chosen
        )
    )
    effect = scenario_effect(demo, FINISTERE, ground, opened, {})
    inside = ground.is_inside & ~np.isnan(ground.demand)
    for state, loss in ((effect.before, plan.before), (effect.after, plan.after)):
        missing = np.maximum(alerts.accessibility_min - state.evidence.highest, 0)
        hours = float((ground.demand * missing)[inside].sum() / 1000)
        assert loss.inside == pytest.approx(hours, abs=0.02)
    assert plan.is_best
    assert plan.closed_share == pytest.approx(0.60, abs=0.01)


@pytest.mark.parametrize("question", [Question("temps"), Question("tous"), Question("plus-loin")])
def test_the_demonstration_is_answered_at_once(built_demo: Built, question: Question) -> None:
    plan = proposal_of(load(built_demo.snapshot), FINISTERE, question, Alerts())
    assert plan.is_best
    assert all(step.is_best for step in plan.steps)
    assert plan.unknown == ()


@pytest.mark.parametrize(("limit_s", "kept_by_none"), [(60.0, False), (0.0, True)])
def test_a_plan_that_time_cut_short_is_kept_by_no_browser(
    loaded: LoadedSnapshot, monkeypatch: pytest.MonkeyPatch, limit_s: float, *, kept_by_none: bool
) -> None:
    monkeypatch.setattr(proposals, "LIMIT_S", limit_s)
    monkeypatch.setattr(proposals, "_PROPOSALS", plan_answers())
    with Flask(__name__).app_context():
        proposal_of(loaded, FINISTERE, Question(count=2), Alerts())
        assert g.get("is_kept_by_none", False) is kept_by_none

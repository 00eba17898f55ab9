"""A proposal on its page: communes, reasons, what could stand for them, the same as a scenario."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.planning.grounds.ground import Ground
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question
from carto.verdict.parameters import Robustness
from webapp.planning.scenario_address import MOST_CHANGES
from webapp.siting.plan import Plan
from webapp.siting.siting_plan import siting_plan
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def plan_of(sample: LoadedSnapshot, ground: Ground, question: Question) -> Plan:
    proposal = propose(ground, question, Terms(0.3, Robustness()), lambda _: None)
    return siting_plan(sample, ("departement", "29"), ground, proposal)


def test_half_days_are_a_scenario_of_hours(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, Question(count=2))
    assert sum(one.hours_week for one in plan.scenario.additions) == 7.0
    communes = plan.table("communes")
    assert communes is not None
    assert len(communes.rows) == len(plan.scenario.additions)
    assert communes.rows[0][0].text.startswith("1. ")
    assert "habitants" in communes.rows[0][2].text
    assert "→" in communes.rows[0][3].text


@pytest.mark.parametrize("kind", ["manque", "temps", "couverture", "tous", "plus-loin"])
def test_every_question_is_answered_in_words(
    sample: LoadedSnapshot, finistere: Ground, kind: str
) -> None:
    plan = plan_of(sample, finistere, Question(kind, 3, 15.0))
    assert plan.finding.endswith(".")
    assert any("pas une décision" in caution for caution in plan.cautions)
    assert any("routes" in sentence for sentence in plan.method)
    words = " ".join((plan.finding, *plan.cautions, *plan.method))
    assert not {"None", "nan", "inf"} & set(words.replace(".", " ").split())


def test_the_communes_are_numbered_on_the_map(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, Question("temps", 2))
    assert plan.map is not None
    assert 'class="marques propositions"' in plan.map.svg
    assert plan.charts[0].svg.count("<rect") >= 2


def test_a_plan_too_long_for_a_scenario_gives_its_beginning_and_says_so(
    sample: LoadedSnapshot, finistere: Ground
) -> None:
    found = propose(finistere, Question(count=2), Terms(0.3, Robustness()), lambda _: None)
    many = tuple(
        replace(found.chosen[0], brought=float(100 - rank)) for rank in range(MOST_CHANGES + 7)
    )
    territory = ("departement", "29")
    plan = siting_plan(sample, territory, finistere, replace(found, chosen=many))
    assert len(plan.scenario.additions) == MOST_CHANGES
    assert "les 20 premières communes du plan, sur 27" in plan.scenario_said
    assert siting_plan(sample, territory, finistere, found).scenario_said == ""

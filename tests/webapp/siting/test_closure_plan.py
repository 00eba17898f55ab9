"""Withdrawals in words: who loses, how far, and never an advice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from carto.planning.grounds.ground import Ground
from carto.verdict.parameters import Alerts
from webapp.siting.closure_plan import NO_ADVICE, closure_plan
from webapp.siting.closure_question import AskedClosure
from webapp.siting.plan import Plan
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

ADVICE = re.compile(r"\b(recommand|conseil|devrait|faut fermer|il faut|mieux vaut|idéal)\w*", re.I)


def plan_of(sample: LoadedSnapshot, ground: Ground, asked: AskedClosure) -> Plan:
    return closure_plan(sample, ("departement", "29"), ground, asked, Alerts())


@pytest.mark.parametrize(
    "asked",
    [
        AskedClosure("moins", 2, 4, (), 20),
        AskedClosure("choix", 3, 4, ("fs-2046",), 20),
        AskedClosure("heures", 3, 4, (), 20),
    ],
)
def test_a_plan_never_recommends_to_close(
    sample: LoadedSnapshot, finistere: Ground, asked: AskedClosure
) -> None:
    plan = plan_of(sample, finistere, asked)
    assert plan.cautions[0] == NO_ADVICE
    words = " ".join((plan.finding, *plan.cautions[1:], *plan.method))
    assert ADVICE.search(words) is None


def test_losers_are_named_with_their_minutes(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, AskedClosure("choix", 3, 4, ("fs-2046",), 20))
    losers = plan.table("communes")
    assert losers is not None
    first = losers.rows[0]
    assert first[0].text == "Crozon"
    assert first[2].value < first[3].value  # type: ignore[operator]  # minutes
    assert plan.scenario.removals == ("fs-2046",)
    assert plan.map is not None
    assert 'class="marques retraits"' in plan.map.svg


def test_an_island_that_loses_its_place_is_out_of_reach(
    sample: LoadedSnapshot, finistere: Ground
) -> None:
    plan = plan_of(sample, finistere, AskedClosure("choix", 3, 4, ("fs-169",), 20))
    losers = plan.table("communes")
    assert losers is not None
    assert losers.rows[0][3].text == "hors d'atteinte"
    assert losers.rows[0][-1].text == "aucun par la route"
    assert "sans lieu accessible par la route" in plan.finding


def test_reduced_hours_are_a_scenario_of_hours(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, AskedClosure("heures", 3, 4, (), 50))
    assert len(plan.scenario.hours) == 4
    assert "Personne ne serait plus loin" in plan.finding
    assert plan.table("lieux") is None


def test_nothing_chosen_asks_to_choose(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, AskedClosure("choix", 3, 4, (), 20))
    assert "Cochez" in plan.finding
    assert plan.tables == ()
    assert plan.scenario.is_empty


def test_each_withdrawal_more_is_drawn(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, AskedClosure("moins", 3, 4, (), 20))
    assert len(plan.charts) == 1
    assert "3\u00a0: " in plan.charts[0].svg


def test_nobody_is_one_inhabitant_in_french(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, AskedClosure("heures", 3, 4, (), 20))
    assert plan.figures[1].value == "0\u00a0habitant"
    assert not any(figure.label.startswith("habitants") for figure in plan.figures)


def test_hours_that_no_scenario_holds_are_said(sample: LoadedSnapshot, finistere: Ground) -> None:
    few = replace(finistere, hours=finistere.hours / 1000)
    plan = plan_of(sample, few, AskedClosure("heures", 3, 4, (), 90))
    assert plan.scenario.is_empty
    assert "moins de 0,5\u00a0h par semaine" in plan.scenario_said
    assert not plan_of(sample, finistere, AskedClosure("heures", 3, 4, (), 50)).scenario_said

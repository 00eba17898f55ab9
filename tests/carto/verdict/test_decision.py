"""Decisions: the truth table carried through to the published columns, with reasons."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carto import flags
from carto.measures.indicators import Indicators
from carto.measures.reach import Reach
from carto.verdict.decision import decide
from carto.verdict.parameters import Parameters
from tests.carto.verdict.states import WORDING, indicators_of_every_state, reach_of
from tests.carto.verdict.truth import STATES, State, Truth, name, possible, underserved


def decided(indicators: Indicators) -> pd.DataFrame:
    return pd.DataFrame(decide(indicators, Parameters(), WORDING).table)


TABLE = decided(indicators_of_every_state())


def truth(value: object) -> Truth:
    return None if pd.isna(value) else bool(value)  # type: ignore[call-overload]


@pytest.mark.parametrize(("position", "state"), list(enumerate(STATES)), ids=map(name, STATES))
def test_every_state_is_decided_as_its_completions_agree(position: int, state: State) -> None:
    row, classes = TABLE.iloc[position], possible(state)
    alerts = ("alert_offre", "alert_besoin", "alert_connectivite")
    assert tuple(truth(row[alert]) for alert in alerts) == state
    assert row["verdict"] == (str(classes[0]) if len(classes) == 1 else "indetermine")
    assert (row["verdict_low"], row["verdict_high"]) == (classes[0], classes[-1])
    assert truth(row["is_underserved"]) is underserved(state)


@pytest.mark.parametrize(("position", "state"), list(enumerate(STATES)), ids=map(name, STATES))
def test_every_unknown_has_its_reason(position: int, state: State) -> None:
    row = TABLE.iloc[position]
    reasons = json.loads(row["reasons"])
    alerts = ("alert_offre", "alert_besoin", "alert_connectivite")
    unknown = {alert for alert, known in zip(alerts, state, strict=True) if known is None}
    assert {column for column in reasons if column in alerts} == unknown
    assert ("is_underserved" in reasons) == (underserved(state) is None)
    assert ("score" in reasons) == (None in state) == bool(pd.isna(row["score"]))


def test_without_inhabitants_there_is_nothing_to_decide() -> None:
    every = indicators_of_every_state()
    empty = every.table.assign(population=pd.array([0] * len(STATES), dtype="Int64"))
    table = decided(replace(every, table=empty))
    assert set(table["verdict"]) == {"sans_objet"}
    for column in ("verdict_low", "verdict_high", "is_underserved"):
        assert table[column].isna().all()
    reasons = [json.loads(text) for text in table["reasons"]]
    assert {reason["is_underserved"] for reason in reasons} == {flags.SANS_HABITANT}


def test_an_unknown_population_is_not_an_empty_commune() -> None:
    every = indicators_of_every_state()
    unknown = every.table.assign(population=pd.array([None] * len(STATES), dtype="Int64"))
    assert "sans_objet" not in set(decided(replace(every, table=unknown))["verdict"])


def test_without_a_source_of_places_the_alert_on_supply_is_unknown() -> None:
    every = indicators_of_every_state()
    table = decided(replace(every, reach=None, reach_without={}))
    assert table["alert_offre"].isna().all()
    assert not table["flags"].str.contains(flags.ITINERANT_DECIDE).any()
    assert table["score"].isna().all()


@pytest.mark.parametrize("with_all", [True, False, None])
@pytest.mark.parametrize("with_fixed", [True, False, None])
def test_an_itinerant_place_decides_where_the_alert_changes_without_it(
    with_all: Truth, with_fixed: Truth
) -> None:
    every = indicators_of_every_state()

    def everywhere(value: Truth) -> Reach:
        return reach_of([value] * len(STATES))

    without = {flags.ITINERANT_DECIDE: everywhere(with_fixed)}
    table = decided(replace(every, reach=everywhere(with_all), reach_without=without))
    flagged = table["flags"].str.contains(flags.ITINERANT_DECIDE)
    assert flagged.all() == flagged.any() == (with_all is not with_fixed)
    assert table["sentence"].str.contains("itinéran").all() == (with_all is not with_fixed)


def test_a_time_is_judged_as_it_is_published() -> None:
    every = indicators_of_every_state()
    nearly = replace(every.reach.nearest, minutes=np.full(len(STATES), 20.004))  # type: ignore[union-attr]
    served = reach_of([False] * len(STATES))
    table = decided(replace(every, reach=replace(served, nearest=nearly)))
    assert not table["alert_offre"].any()


def test_flags_already_raised_are_kept() -> None:
    every = indicators_of_every_state()
    kept = replace(every, table=every.table.assign(flags=flags.PEU_DE_LOCAUX))
    assert set(decided(kept)["flags"]) == {flags.PEU_DE_LOCAUX}

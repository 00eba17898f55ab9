"""The columns of the communes: whole, true to the draws, missing only with a reason."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carto import flags
from carto.measures.indicators import Indicators
from carto.tables.appraisal import APPRAISAL_COLUMNS, ROBUSTNESS
from carto.verdict.decision import decide
from carto.verdict.parameters import Parameters, Robustness
from carto.verdict.robustness.appraisal import robustness_of
from tests.carto.verdict.robustness.cases import STILL
from tests.carto.verdict.states import WORDING, catchments_of, indicators_of_every_state
from tests.carto.verdict.truth import STATES, State, name, underserved

FEW = Robustness(input_draws=20, weight_draws=50)
COLUMNS = [column.name for column in APPRAISAL_COLUMNS]


def decided(indicators: Indicators, ranges: Robustness = FEW) -> pd.DataFrame:
    return pd.DataFrame(decide(indicators, Parameters(robustness=ranges), WORDING).table)


TABLE = decided(indicators_of_every_state())
STEADY = decided(indicators_of_every_state(), replace(STILL, input_draws=2))


@pytest.mark.parametrize(("position", "state"), list(enumerate(STATES)), ids=map(name, STATES))
def test_a_column_is_missing_with_its_reason_only(position: int, state: State) -> None:
    row = TABLE.iloc[position]
    reasons = json.loads(row["reasons"])
    for column in (*COLUMNS, "typology"):
        assert (column in reasons) == bool(pd.isna(row[column])), column
    assert ("robustness" in reasons) == (underserved(state) is None)
    assert ("rank" in reasons) == ("typology" in reasons) == (None in state)


@pytest.mark.parametrize(("position", "state"), list(enumerate(STATES)), ids=map(name, STATES))
def test_without_noise_a_verdict_is_robust_and_its_own_probability(
    position: int, state: State
) -> None:
    row, truth = STEADY.iloc[position], underserved(state)
    assert row["underserved_probability_low"] == float(truth is True)
    assert row["underserved_probability_high"] == float(truth is not False)
    assert row["flipping_inputs"] == ""
    if truth is not None:
        assert row["robustness"] == "robuste"
        assert row["agreement"] == 1
        assert row["underserved_probability"] == float(truth)


def test_a_probability_is_missing_where_some_draws_are_open() -> None:
    for table in (TABLE, STEADY):
        low, high = table["underserved_probability_low"], table["underserved_probability_high"]
        known = table["is_underserved"].notna()
        assert (table["underserved_probability"].notna() == known & (low == high)).all()
        assert (low != high).any()


def test_a_known_answer_that_some_draws_leave_open_has_no_probability() -> None:
    every = indicators_of_every_state()
    assert every.reach is not None
    low, high = np.full(len(STATES), 0.3), np.full(len(STATES), 0.9)
    near = replace(
        every.reach,
        low=low,
        high=high,
        nearest=replace(every.reach.nearest, minutes=np.full(len(STATES), 5.0)),
        catchments=catchments_of(low, high),
    )
    table = decided(replace(every, reach=near))
    open_draws = table["underserved_probability_low"] < table["underserved_probability_high"]
    answered = table[open_draws & table["is_underserved"].notna()]
    assert len(answered) > 0
    assert answered["underserved_probability"].isna().all()
    assert answered["robustness"].notna().all()
    reasons = [json.loads(text) for text in answered["reasons"]]
    assert {why["underserved_probability"] for why in reasons} == {flags.INDETERMINE}


def test_the_tables_of_details_find_their_columns() -> None:
    assert set(ROBUSTNESS.names) <= set(TABLE.columns)
    assert set(COLUMNS) <= set(TABLE.columns)


def test_quality_c_is_never_robust() -> None:
    every = indicators_of_every_state()
    weak = decided(replace(every, table=every.table.assign(accessibility_quality="C")))
    assert "robuste" in set(TABLE["robustness"].dropna())
    assert set(weak["robustness"].dropna()) <= {"fragile", "bascule"}


@pytest.mark.parametrize(
    ("agreement", "named"),
    [
        (1.0, "robuste"),
        (180 / 200, "robuste"),
        (0.895, "fragile"),
        (0.6, "fragile"),
        (0.595, "bascule"),
    ],
)
def test_limits_of_the_levels_are_inclusive(agreement: float, named: str) -> None:
    found = robustness_of(np.array([agreement]), np.array([False]), Robustness())
    assert found.tolist() == [named]


def test_a_share_is_compared_as_it_is_published() -> None:
    """1 − 0.07 falls short of 0.93 by a rounding of floats: 93 draws of 100 are 93 %."""
    every = indicators_of_every_state()
    rate = every.table["taux_couverture_ftth"]
    wide = every.table.assign(taux_low=rate - 0.05, taux_high=np.minimum(rate + 0.01, 1.0))
    shares = decided(replace(every, table=wide))
    drawn = shares["agreement"].between(0.61, 0.99)
    assert drawn.any()
    for share in sorted(set(shares.loc[drawn, "agreement"])):
        limit = replace(FEW, robust_p=share)
        held = decided(replace(every, table=wide), limit)
        assert set(held.loc[shares["agreement"] == share, "robustness"]) == {"robuste"}


def test_without_inhabitants_nothing_is_tried() -> None:
    every = indicators_of_every_state()
    near = every.table.assign(need=7.5)
    assert "need" in set(decided(replace(every, table=near))["flipping_inputs"])
    empty = near.assign(population=pd.array([0] * len(STATES), dtype="Int64"))
    table = decided(replace(every, table=empty))
    assert set(table["typology"]) == {"sans_objet"}
    for column in ("robustness", "underserved_probability", "rank", "rank_low", "rank_high"):
        assert table[column].isna().all()
        assert {json.loads(text)[column] for text in table["reasons"]} == {flags.SANS_HABITANT}
    assert set(table["flipping_inputs"]) == set(table["flipping_thresholds"]) == {""}
    assert table["alert_offre_probability"].isna().all()


def test_a_commune_that_completes_an_epci_has_no_rank() -> None:
    every = indicators_of_every_state()
    complete = [row for row, state in enumerate(STATES) if None not in state]
    is_in_scope = np.arange(len(STATES)) != complete[0]
    table = decided(replace(every, table=every.table.assign(is_in_scope=is_in_scope)))
    assert pd.isna(table["rank"].iloc[complete[0]])
    assert json.loads(table["reasons"].iloc[complete[0]])["rank"] == flags.HORS_PERIMETRE
    assert table["ranked_count"].dropna().unique().tolist() == [len(complete) - 1]


def test_the_bracket_of_the_rate_makes_the_alert_uncertain() -> None:
    every = indicators_of_every_state()
    rate = every.table["taux_couverture_ftth"]
    wide = every.table.assign(taux_low=rate - 0.05, taux_high=np.minimum(rate + 0.01, 1.0))
    table = decided(replace(every, table=wide))
    raised = table["alert_connectivite_probability"]
    near = rate == 0.981
    assert raised[near].between(0.01, 0.99).all()
    assert set(raised[rate == 0.876]) == {1.0}


def test_the_order_of_rows_changes_nothing() -> None:
    every, order = indicators_of_every_state(), np.random.default_rng(2).permutation(len(STATES))
    assert every.reach is not None
    table = every.table.iloc[order].reset_index(drop=True)
    shuffled = decided(
        replace(every, table=table, reach=None), replace(FEW, seed=FEW.seed)
    ).sort_values("code_insee", ignore_index=True)
    straight = decided(replace(every, reach=None))
    pd.testing.assert_frame_equal(shuffled[COLUMNS], straight[COLUMNS])

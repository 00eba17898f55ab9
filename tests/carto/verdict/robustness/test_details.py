"""The two tables of details meet their contracts and count what is published only."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.contracts import require
from carto.tables.appraisal import ROBUSTNESS, SENSITIVITY
from carto.verdict.decision import decide
from carto.verdict.parameters import Parameters, Robustness
from carto.verdict.robustness.details import robustness_details, sensitivity
from carto.verdict.robustness.thresholds import TRIED
from tests.carto.verdict.states import WORDING, indicators_of_every_state
from tests.carto.verdict.truth import STATES

METHOD = Parameters(robustness=Robustness(input_draws=20, weight_draws=50))
INDICATORS = indicators_of_every_state()
DECIDED = decide(INDICATORS, METHOD, WORDING).table.assign(is_published=True)


def test_robustness_lists_the_published_communes() -> None:
    half = DECIDED.assign(is_published=np.arange(len(STATES)) % 2 == 0)
    found = require(robustness_details(half), ROBUSTNESS)
    assert found["code_insee"].tolist() == half.loc[half["is_published"], "code_insee"].tolist()


def test_shares_of_verdicts_sum_to_1() -> None:
    found = robustness_details(DECIDED)
    shares = found.filter(regex="^verdict_.*_probability$")
    assert shares.shape[1] == 5
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=3e-4)


def test_sensitivity_counts_each_threshold_both_ways() -> None:
    found = require(sensitivity(INDICATORS, DECIDED, METHOD), SENSITIVITY)
    assert found["parameter"].unique().tolist() == list(TRIED)
    assert len(found) == 2 * len(TRIED)
    changed = found["communes_changed"]
    assert (found["communes_become_underserved"] <= changed).all()
    assert (found["communes_cease_underserved"] <= changed).all()
    by_commune = DECIDED["flipping_thresholds"].str.split("|")
    for parameter, counts in found.groupby("parameter")["communes_changed"]:
        named = int(sum(parameter in names for names in by_commune))
        assert counts.max() <= named <= counts.sum()


def test_who_is_not_published_or_has_no_inhabitant_does_not_count() -> None:
    moved = INDICATORS.table.assign(need=6.5)
    indicators = type(INDICATORS)(**{**vars(INDICATORS), "table": moved})
    decided = decide(indicators, METHOD, WORDING).table.assign(is_published=True)
    whole = _changed(sensitivity(indicators, decided, METHOD))
    empty = decided.assign(verdict=["sans_objet"] * 9 + decided["verdict"].tolist()[9:])
    hidden = decided.assign(is_published=[False] * 9 + [True] * 18)
    assert whole > _changed(sensitivity(indicators, empty, METHOD))
    assert _changed(sensitivity(indicators, hidden, METHOD)) == _changed(
        sensitivity(indicators, empty, METHOD)
    )


def _changed(found: pd.DataFrame) -> int:
    return int(found["communes_changed"].sum())

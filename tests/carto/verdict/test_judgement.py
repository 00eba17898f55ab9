"""One rule for the published verdict and for those that are tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.verdict.judgement import judge
from carto.verdict.measured_evidence import evidence_of
from carto.verdict.parameters import Alerts
from tests.carto.verdict.states import indicators_of_every_state
from tests.carto.verdict.truth import STATES, possible, underserved

EVIDENCE = evidence_of(indicators_of_every_state())


def test_every_state_is_judged_by_its_completions() -> None:
    judgement = judge(EVIDENCE, Alerts())
    families = (judgement.offre, judgement.besoin, judgement.connectivite)
    assert list(zip(*(alert.as_list() for alert in families), strict=True)) == list(STATES)
    assert judgement.verdicts.low.tolist() == [possible(state)[0] for state in STATES]
    assert judgement.verdicts.high.tolist() == [possible(state)[-1] for state in STATES]
    assert judgement.verdicts.is_underserved() == [underserved(state) for state in STATES]


@pytest.mark.parametrize(("level", "raised"), [(1.0, False), (2.0, True), (4.0, True)])
def test_copper_raises_the_alert_on_the_network(level: float, raised: bool) -> None:
    ready = replace(EVIDENCE, taux=np.ones(len(STATES)), copper_levels=np.full(len(STATES), level))
    assert set(judge(ready, Alerts()).connectivite.as_list()) == {raised}


def test_other_thresholds_judge_otherwise() -> None:
    every = judge(EVIDENCE, Alerts(need=1.0)).besoin
    assert [truth for truth in every.as_list() if truth is not None] == [True] * 18

"""Tests of `webapp.snapshots.published_method`."""

from __future__ import annotations

import json
from dataclasses import replace

from carto.verdict.parameters import Alerts, Composite, Parameters, Quality, Supply
from webapp.snapshots.published_method import judging_parameters


def test_the_parameters_of_the_verdicts_come_back_from_the_manifest() -> None:
    method = replace(
        Parameters(),
        alerts=Alerts(fibre_pct=90.0, apl_ref=1.2),
        composite=Composite(weights=(2.0, 1.0, 1.0), aggregation="geometric"),
        quality=Quality(min_pop_informed=0.5),
        supply=Supply(fte_hours=1600.0),
    )
    facts = {"method": json.loads(json.dumps({"parameters": method.as_dict()}))}
    assert judging_parameters(facts) == method

"""What a reader may change names real parameters, and never breaks a rule of the method."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS, WEIGHT_BOUNDS
from carto.verdict.parameter_labels import PARAMETER_LABELS
from carto.verdict.parameter_rules import rules
from carto.verdict.parameters import Composite, Parameters


@pytest.mark.parametrize("name", THRESHOLD_BOUNDS)
@pytest.mark.parametrize("end", ["least", "most"])
def test_both_ends_of_the_bounds_follow_the_rules(name: str, end: str) -> None:
    value = getattr(THRESHOLD_BOUNDS[name], end)
    alerts = replace(Parameters().alerts, **{name.removeprefix("alerts."): value})
    assert all(holds for _, holds, _ in rules(replace(Parameters(), alerts=alerts)))


@pytest.mark.parametrize("name", THRESHOLD_BOUNDS)
def test_the_declared_thresholds_lie_within_and_have_a_label(name: str) -> None:
    declared = getattr(Parameters().alerts, name.removeprefix("alerts."))
    assert THRESHOLD_BOUNDS[name].hold(declared)
    assert name in PARAMETER_LABELS


def test_the_scales_are_those_of_the_method() -> None:
    beyond = replace(Parameters().alerts, need=10.5)
    broken = [rule for rule in rules(replace(Parameters(), alerts=beyond)) if not rule[1]]
    assert broken == [("alerts.need", False, "de 1 à 10")]


def test_weights_at_their_greatest_follow_the_rules() -> None:
    heaviest = Composite(weights=(WEIGHT_BOUNDS.most, WEIGHT_BOUNDS.least, WEIGHT_BOUNDS.least))
    assert all(holds for _, holds, _ in rules(replace(Parameters(), composite=heaviest)))

"""The defaults follow every rule, and each rule names parameters that exist."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.measures.travel_models import MARGIN
from carto.verdict.parameter_rules import FARTHEST_DRAW, rules
from carto.verdict.parameters import Catchment, Parameters, Robustness, Travel


def test_the_defaults_follow_every_rule() -> None:
    assert [rule for rule in rules(Parameters()) if not rule[1]] == []


def test_rules_name_parameters_or_their_group() -> None:
    known = Parameters().as_dict()
    for name, _, _ in rules(Parameters()):
        group, _, field = name.partition(".")
        assert group in known
        assert not field or field in known[group]


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        (replace(Parameters(), catchment=Catchment(decay="linear")), "catchment.decay"),
        (replace(Parameters(), robustness=Robustness(robust_p=0.4)), "robustness.robust_p"),
        (replace(Parameters(), robustness=Robustness(detour=(1.4, 1.2))), "robustness.detour"),
        (replace(Parameters(), robustness=Robustness(detour=(1.35, 1.4))), "robustness.detour"),
        (replace(Parameters(), travel=Travel(speed_kmh=55.0)), "robustness.speed_kmh"),
        (replace(Parameters(), robustness=Robustness(speed_kmh=(38.0, 55.0))), "robustness"),
    ],
)
def test_a_value_that_makes_no_sense_breaks_its_rule(changed: Parameters, name: str) -> None:
    assert [rule[0] for rule in rules(changed) if not rule[1]] == [name]


def test_draws_reach_no_farther_than_trips_are_listed() -> None:
    assert FARTHEST_DRAW == MARGIN

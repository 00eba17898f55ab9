"""The defaults follow every rule, and each rule names parameters that exist."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.verdict.parameter_rules import rules
from carto.verdict.parameters import Catchment, Parameters, Robustness


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
    ],
)
def test_a_value_that_makes_no_sense_breaks_its_rule(changed: Parameters, name: str) -> None:
    assert [rule[0] for rule in rules(changed) if not rule[1]] == [name]

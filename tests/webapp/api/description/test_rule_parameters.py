"""The parameters of the rule, within the bounds they are read with."""

from __future__ import annotations

import re

from webapp.api.description.rule_parameters import RULE
from webapp.rule.rule import RULE_PARAMETERS, read_rule


def test_every_parameter_of_the_rule_is_told_once() -> None:
    assert tuple(one.name for one in RULE) == RULE_PARAMETERS


def test_bounds_and_examples_are_read_and_what_is_beyond_is_not() -> None:
    for one in RULE[:-1]:
        for value in (one.schema["minimum"], one.schema["maximum"], one.example):
            assert read_rule({one.name: f"{value:g}"})[1] == ()
        assert read_rule({one.name: f"{one.schema['maximum'] + 1:g}"})[1]


def test_weights_have_the_form_that_is_told() -> None:
    weights = RULE[-1]
    assert re.fullmatch(weights.schema["pattern"], weights.example)
    assert read_rule({weights.name: weights.example})[1] == ()

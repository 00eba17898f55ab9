"""The parameters that differ are named, with both values."""

from __future__ import annotations

from carto.changes.release import changed_rules
from tests.carto.changes.releases import RULE, release


def test_the_same_rule_has_no_difference() -> None:
    assert changed_rules(release([]), release([])) == {}


def test_lists_of_json_are_the_tuples_of_python() -> None:
    listed = RULE | {"parameters": RULE["parameters"] | {"x": {"breaks": [1, 2]}}}
    tupled = RULE | {"parameters": RULE["parameters"] | {"x": {"breaks": (1, 2)}}}
    assert changed_rules(release([], rule=listed), release([], rule=tupled)) == {}


def test_a_parameter_that_appears_was_none() -> None:
    more = RULE | {"parameters": RULE["parameters"] | {"new": {"limit": 3}}}
    assert changed_rules(release([]), release([], rule=more)) == {"parameters.new.limit": (None, 3)}

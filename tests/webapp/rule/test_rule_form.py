"""The form of a rule: bounds of the method, published values, present ones."""

from __future__ import annotations

from dataclasses import replace

from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS
from carto.verdict.parameters import Alerts, Composite, Parameters
from webapp.rule.rule import THRESHOLDS, Rule, read_rule
from webapp.rule.rule_form import WEIGHT_FIELDS, rule_form, written_weights


def test_every_threshold_has_its_bounds_its_meaning_and_its_published_value() -> None:
    form = rule_form(Rule(), Parameters())
    assert [field.name for field in form.thresholds] == list(THRESHOLDS)
    for field in form.thresholds:
        bounds = THRESHOLD_BOUNDS[f"alerts.{THRESHOLDS[field.name]}"]
        assert (float(field.least), float(field.most)) == (bounds.least, bounds.most)
        assert field.value == field.published_value
        assert all((field.label, field.meaning, field.published))
        assert not field.is_changed


def test_a_changed_value_stands_beside_the_published_one() -> None:
    field = rule_form(Rule(acces_ratio=0.75), Parameters()).thresholds[1]
    assert (field.value, field.published_value, field.is_changed) == ("0.75", "0.5", True)
    assert field.published == "0,5\u00a0fois la médiane"


def test_what_the_form_shows_is_a_rule_that_changes_nothing() -> None:
    form = rule_form(Rule(), Parameters())
    sent = {field.name: field.value for field in (*form.thresholds, *form.weights)}
    rule, notices = read_rule(sent | written_weights(sent))
    assert notices == ()
    assert rule.departing_from(Parameters()).is_published


def test_bounds_hold_a_published_value_beyond_them() -> None:
    method = replace(Parameters(), alerts=Alerts(time_min=75.5))
    field = rule_form(Rule(), method).thresholds[0]
    assert (field.value, field.most, field.step) == ("75.5", "75.5", "any")


def test_weights_are_three_fields() -> None:
    form = rule_form(Rule(poids=(4, 3, 3)), Parameters())
    assert [field.name for field in form.weights] == list(WEIGHT_FIELDS)
    assert [field.value for field in form.weights] == ["4", "3", "3"]
    assert [field.is_changed for field in form.weights] == [True, True, True]


def test_published_weights_are_shown_as_whole_numbers() -> None:
    method = replace(Parameters(), composite=Composite(weights=(0.5, 0.3, 0.2)))
    assert [field.value for field in rule_form(Rule(), method).weights] == ["10", "6", "4"]


def test_a_form_without_weights_says_nothing_of_them() -> None:
    assert written_weights({"poids_acces": "4"}) == {}


def test_copper_is_no_choice_where_nothing_says_when_it_closes() -> None:
    form = rule_form(Rule(), Parameters(), has_copper=False)
    assert [field.name for field in form.thresholds] == [
        name for name in THRESHOLDS if name != "cuivre"
    ]

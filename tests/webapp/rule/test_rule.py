"""A rule survives its address; what cannot be used is said, and changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.said_back import said_back
from carto.verdict.parameter_rules import rules
from carto.verdict.parameters import Composite, Parameters
from webapp.rule.rule import FAMILIES, RULE_PARAMETERS, Rule, read_rule

SUPPLY_FIRST = "acces:4,besoin:3,fibre:3"


def hundredths(least: int, most: int) -> st.SearchStrategy[float]:
    """Numbers of two decimals."""
    return st.integers(least, most).map(lambda number: number / 100)


ANY_RULE = st.builds(
    Rule,
    temps_max=st.none() | hundredths(500, 6000),
    acces_ratio=st.none() | hundredths(5, 200),
    besoin_min=st.none() | hundredths(100, 1000),
    fibre_min=st.none() | hundredths(0, 10_000),
    cuivre=st.none() | st.integers(1, 4),
    poids=st.none() | st.tuples(*[st.integers(0, 10)] * 3).filter(any),
)


@given(ANY_RULE)
def test_a_rule_survives_its_address(rule: Rule) -> None:
    assert read_rule(rule.query()) == (rule, ())


@given(ANY_RULE)
def test_every_rule_makes_a_method_that_makes_sense(rule: Rule) -> None:
    method = rule.applied_to(Parameters())
    assert all(holds for _, holds, _ in rules(method))
    assert rule.departing_from(method).is_published


@given(st.dictionaries(st.sampled_from(RULE_PARAMETERS), st.text(max_size=40)))
def test_any_text_gives_a_usable_rule_and_says_what_it_left(query: dict[str, str]) -> None:
    rule, notices = read_rule(query)
    assert all(holds for _, holds, _ in rules(rule.applied_to(Parameters())))
    assert len(notices) + len(rule.query()) == sum(map(bool, query.values()))
    assert all(len(notice) < 180 for notice in notices)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fibre_min", "101"),
        ("fibre_min", "-1"),
        ("fibre_min", "nan"),
        ("fibre_min", "1e1"),
        ("fibre_min", "٩٠"),
        ("temps_max", "4.99"),
        ("temps_max", "0060"),
        ("acces_ratio", "0"),
        ("besoin_min", "7.123"),
        ("cuivre", "2.5"),
        ("cuivre", "<script>"),
        ("poids", "0:0:0"),
        ("poids", "acces:0,besoin:0,fibre:0"),
        ("poids", "acces:11,besoin:3,fibre:3"),
        ("poids", "acces:4,besoin:3"),
        ("poids", "acces:4,acces:3,besoin:3,fibre:3"),
        ("poids", "acces:²,besoin:3,fibre:3"),
        ("poids", "acces:-1,besoin:3,fibre:3"),
    ],
)
def test_a_hostile_value_keeps_the_published_one(name: str, text: str) -> None:
    rule, notices = read_rule({name: text})
    assert rule.is_published
    assert len(notices) == 1
    assert f"« {name}={said_back(text)} »" in notices[0]


def test_a_number_may_have_a_decimal_comma() -> None:
    assert read_rule({"besoin_min": "7,5"}) == (Rule(besoin_min=7.5), ())


def test_an_empty_value_is_a_field_left_as_it_was() -> None:
    assert read_rule(dict.fromkeys(RULE_PARAMETERS, "")) == (Rule(), ())


def test_weights_may_come_in_any_order() -> None:
    rule, _ = read_rule({"poids": "fibre:1,acces:2,besoin:3"})
    assert rule.poids == (2, 3, 1)
    assert list(FAMILIES) == ["acces", "besoin", "fibre"]


def test_weights_replace_those_of_the_score() -> None:
    rule, _ = read_rule({"poids": SUPPLY_FIRST})
    assert rule.applied_to(Parameters()).composite.weights == (4.0, 3.0, 3.0)


def test_weights_in_the_published_proportion_change_nothing() -> None:
    published = replace(Parameters(), composite=Composite(weights=(2.0, 1.0, 1.0)))
    assert Rule(poids=(8, 4, 4)).departing_from(published).is_published
    assert Rule(poids=(1, 1, 1)).departing_from(published).poids == (1, 1, 1)


@pytest.mark.parametrize(
    ("rule", "moves"),
    [(Rule(temps_max=15.0), True), (Rule(acces_ratio=1.0), True), (Rule(fibre_min=90.0), False)],
)
def test_supply_is_moved_by_its_two_thresholds(rule: Rule, moves: bool) -> None:
    assert rule.moves_supply is moves

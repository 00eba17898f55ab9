"""A rule is said in words: what changes, what is left out, where it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.verdict.parameters import Composite, Parameters
from webapp.rule.rule import Rule
from webapp.rule.ruling import ruling_of

METHOD = Parameters()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Rule(temps_max=15.0), "temps d'accès au-delà de 15 min (au lieu de 20 min)"),
        (Rule(acces_ratio=0.75), "offre accessible sous 0,75 fois la médiane (au lieu de 0,5)"),
        (Rule(besoin_min=7.5), "besoin à partir de 7,5 sur 10 (au lieu de 7)"),
        (Rule(fibre_min=90.0), "fibre sous 90 % (au lieu de 95 %)"),
        (Rule(cuivre=3), "fermeture du cuivre à partir de la classe 3 (au lieu de 2)"),
        (Rule(poids=(4, 3, 3)), "4, 3 et 3 (au lieu de 1, 1 et 1)"),
    ],
)
def test_each_value_is_said_beside_the_one_it_replaces(rule: Rule, said: str) -> None:
    (change,) = ruling_of(rule, METHOD).changes
    assert said in change.replace("\u00a0", " ")


def test_the_sentence_holds_every_change() -> None:
    ruling = ruling_of(Rule(fibre_min=90.0, poids=(2, 1, 1)), METHOD)
    assert ruling.sentence.startswith("Règle modifiée par le lecteur\u00a0: ")
    assert all(change in ruling.sentence for change in ruling.changes)
    assert ruling.query == {"fibre_min": "90", "poids": "acces:2,besoin:1,fibre:1"}


@pytest.mark.parametrize(
    ("rule", "by_squares", "left_out"),
    [
        (Rule(fibre_min=90.0), True, ["solidité"]),
        (Rule(poids=(4, 3, 3)), True, ["rangs"]),
        (Rule(temps_max=10.0), True, ["solidité", "carreau"]),
        (Rule(temps_max=10.0), False, ["solidité"]),
    ],
)
def test_what_cannot_be_computed_again_is_said(
    rule: Rule, by_squares: bool, left_out: list[str]
) -> None:
    said = ruling_of(rule, METHOD, by_squares=by_squares).left_out
    assert [word for word in ("solidité", "rangs", "carreau") if word in said] == left_out


def test_weights_that_an_operator_published_are_the_ones_replaced() -> None:
    method = replace(METHOD, composite=Composite(weights=(0.5, 0.25, 0.25)))
    (change,) = ruling_of(Rule(poids=(1, 1, 1)), method).changes
    assert "(au lieu de 0,5, 0,25 et 0,25)" in change

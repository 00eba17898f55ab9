"""Tests of `webapp.communes.steadiness`: how far a verdict holds, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.flags import REGLE_MODIFIEE
from webapp.communes.steadiness import Steadiness, steadiness

DECIDED = {
    "robustness": "robuste",
    "is_underserved": True,
    "rank": 12,
    "rank_low": 8,
    "rank_high": 21,
    "flipping_inputs": "",
    "flipping_thresholds": "",
}
DETAIL = {"agreement": 0.97, "ranked_count": 264}


def said(found: Steadiness) -> str:
    return " ".join(found.lines).replace("\u00a0", " ")


def of(communes: Mapping[str, Any], facts: Mapping[str, Any], **own: Any) -> Steadiness:
    return steadiness({**communes["29001"], **DECIDED, **own}, [DETAIL], facts)


def test_a_robust_verdict_says_its_share_of_draws(communes, facts) -> None:
    found = of(communes, facts)
    assert found.heading == "Verdict robuste"
    assert "la commune est sous-desservie dans 97 % des cas" in said(found)
    assert "Aucune donnée, prise seule" in said(found)


def test_a_share_under_a_limit_never_reads_as_the_limit(communes, facts) -> None:
    row = {**communes["29001"], **DECIDED, "robustness": "fragile"}
    found = steadiness(row, [DETAIL | {"agreement": 0.895}], facts)
    assert "dans 89 % des cas" in said(found)


def test_hours_that_make_a_verdict_fragile_are_said(communes, facts) -> None:
    why = "La plupart des heures d'ouverture accessibles sont estimées"
    assert why in said(of(communes, facts, robustness="fragile", accessibility_quality="C"))
    assert why not in said(of(communes, facts, robustness="fragile", accessibility_quality="A"))
    assert why not in said(of(communes, facts, robustness="bascule", accessibility_quality="C"))


def test_a_rank_never_goes_without_its_interval(communes, facts) -> None:
    found = of(communes, facts)
    assert "toutes classes confondues, 12e des 264 communes classées (Finistère)" in said(found)
    assert "entre 8e et 21e" in said(found)
    assert "de 8e à 21e" in found.ranks.replace("\u00a0", " ")


def test_a_commune_alone_in_its_departement_has_no_rank_to_speak_of(communes, facts) -> None:
    row = {**communes["29001"], **DECIDED}
    found = steadiness(row, [DETAIL | {"ranked_count": 1}], facts)
    assert found.ranks == ""
    assert "toutes classes confondues" not in said(found)


def test_a_rank_says_how_many_communes_have_no_score(communes, facts) -> None:
    codes = [f"29{number:03}" for number in range(1, 278)]
    found = steadiness({**communes["29001"], **DECIDED}, [DETAIL], facts, [*codes, "22001"])
    assert "(Finistère, 13 sans score)" in said(found)


def test_the_ends_of_the_ranks_are_drawn(communes, facts) -> None:
    ranks = of(communes, facts).ranks
    assert ">1re<" in ranks
    assert ">264e<" in ranks


def test_a_share_that_most_draws_contradict_is_warned_of(communes, facts) -> None:
    row = {**communes["29001"], **DECIDED, "robustness": "bascule"}
    text = said(steadiness(row, [DETAIL | {"agreement": 0.22}], facts))
    assert "sous-desservie dans 22 % des cas seulement." in text
    assert "La plupart des calculs refaits donnent l'autre réponse." in text
    assert "l'autre réponse" not in said(steadiness(row, [DETAIL | {"agreement": 0.5}], facts))


def test_an_open_class_does_not_hide_a_sure_answer(communes, facts) -> None:
    found = of(communes, facts, verdict="indetermine")
    assert found.heading == "Sous-desservie à coup sûr, classe indéterminée"


def test_what_no_draw_has_reached_is_said_to_be_so(communes, facts) -> None:
    row = {**communes["29001"], **DECIDED, "flipping_inputs": "time"}
    unseen = "(cas qu'aucun calcul refait n'a atteint) : le temps de trajet"
    assert unseen in said(steadiness(row, [DETAIL | {"agreement": 1.0}], facts))
    assert unseen not in said(steadiness(row, [DETAIL], facts))


def test_what_would_change_the_verdict_is_named(communes, facts) -> None:
    found = of(
        communes,
        facts,
        robustness="fragile",
        flipping_inputs="time|hours",
        flipping_thresholds="need",
    )
    assert "le temps de trajet ou les heures d'ouverture" in said(found)
    assert "de 10 % le seuil sur le besoin" in said(found)


def test_an_undecided_verdict_gives_both_shares(communes, facts) -> None:
    open_ = {"verdict": "indetermine", "is_underserved": None, "robustness": None, "rank": None}
    row = {**communes["29001"], **open_}
    detail = {"agreement": None, "underserved_probability_low": 0.4}
    found = steadiness(row, [detail | {"underserved_probability_high": 0.8}], facts)
    assert found.heading == "Verdict indéterminé"
    assert "à coup sûr dans 40 % des cas, et peut l'être dans 80 %" in said(found)
    assert found.ranks == ""


def test_without_details_nothing_is_invented(communes, facts) -> None:
    found = steadiness({**communes["29001"], "robustness": None, "rank": None}, [], facts)
    assert found.lines == ()


def test_under_a_changed_rule_only_the_rank_may_hold(communes, facts) -> None:
    reasons = {**communes["29001"]["reasons"], "robustness": REGLE_MODIFIEE}
    found = of(communes, facts, robustness=None, reasons=reasons)
    assert found.heading == "Solidité non calculée sous une règle modifiée"
    assert "on ne sait pas si celui-ci est solide" in said(found)
    assert "Aucune donnée, prise seule" not in said(found)
    assert "entre 8e et 21e" in said(found)
    assert found.key == ""
    assert found.changes == ()

"""Tests of `webapp.views.steadiness`: how far a verdict holds, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.views.steadiness import Steadiness, steadiness

DECIDED = {
    "robustness": "robuste",
    "is_underserved": True,
    "rank": 12,
    "rank_low": 8,
    "rank_high": 21,
    "flipping_inputs": "",
    "flipping_thresholds": "",
}
DETAIL = {"agreement": 0.97, "ranked_count": 277}


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
    assert "12e des 277 communes classées" in said(found)
    assert "entre 8e et 21e" in said(found)
    assert "de 8e à 21e" in found.ranks.replace("\u00a0", " ")


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
    row = {**communes["29001"], "verdict": "indetermine", "robustness": None, "rank": None}
    detail = {"agreement": None, "underserved_probability_low": 0.4}
    found = steadiness(row, [detail | {"underserved_probability_high": 0.8}], facts)
    assert found.heading == "Verdict indéterminé"
    assert "à coup sûr dans 40 % des cas, et peut l'être dans 80 %" in said(found)
    assert found.ranks == ""


def test_without_details_nothing_is_invented(communes, facts) -> None:
    found = steadiness({**communes["29001"], "robustness": None, "rank": None}, [], facts)
    assert found.lines == ()

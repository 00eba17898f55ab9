"""Tests of `webapp.communes.commune_study`: what is shown, and what is not invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto.reference import PERCENTS
from webapp.communes.commune_study import CommuneStudy, commune_study

QUANTILES = {
    "level": "france",
    "code": "FR",
    "indicator": "accessibility",
    "vintage": "2026",
} | {f"p{percent}": 0.1 * rank for rank, percent in enumerate(PERCENTS)}
CLUSTER = {"is_significant": True, "meaning": "besoin fort, comme les communes voisines"}


def study(
    row: Mapping[str, Any], facts: Mapping[str, Any], **tables: Sequence[Mapping[str, Any]]
) -> CommuneStudy:
    return commune_study(row, lambda table, *_: tables.get(table, []), facts, {})


def test_without_complements_nothing_is_invented(communes, facts) -> None:
    found = study({**communes["29001"], "typology": None}, facts)
    assert (found.type_, found.twins, found.clusters, found.standings) == (None, None, (), ())


def test_the_type_is_spelt_out(communes, facts) -> None:
    found = study({**communes["29001"], "typology": "double_peine"}, facts)
    assert found.type_ is not None
    assert found.type_.words == "double peine"


def test_a_commune_is_placed_only_where_it_says_something(communes, facts) -> None:
    low = study(
        {**communes["29001"], "accessibility": 0.05}, facts, reference_quantiles=[QUANTILES]
    )
    assert low.standings == (
        "Au moins 90\u00a0% des habitants de France ont plus d'aide accessible (référence 2026).",
    )
    middle = {**communes["29001"], "accessibility": 0.4}
    assert study(middle, facts, reference_quantiles=[QUANTILES]).standings == ()


def test_only_what_chance_does_not_explain_is_said(communes, facts) -> None:
    rows = [CLUSTER, {**CLUSTER, "is_significant": False}]
    found = study(communes["29001"], facts, clusters=rows)
    assert found.clusters == ("Besoin fort, comme les communes voisines.",)


def test_a_commune_without_a_type_says_why(communes, facts) -> None:
    row = {**communes["29001"], "typology": None, "verdict": "indetermine"}
    need = study({**row, "alert_besoin": None}, facts)
    assert need.untyped == "l'alerte sur le besoin est inconnue."
    both = study({**row, "alert_besoin": None, "alert_offre": None}, facts)
    assert both.untyped == "les alertes sur l'offre et le besoin sont inconnues."
    assert study({**row, "verdict": "sans_objet"}, facts).untyped.endswith("aucun habitant.")
    assert study({**communes["29001"], "typology": "cumul"}, facts).untyped == ""

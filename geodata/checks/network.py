"""Checks of the fibre counts."""

from __future__ import annotations

from carto import flags, french
from carto.assessment import Assessment
from carto.vocabulary import RELEVE
from geodata.checks.results import CheckResult, flagged


def fibre_rates(assessment: Assessment) -> CheckResult:
    """Fibre rates above 1 in the quarters surveyed; the history uses a later denominator."""
    surveyed = assessment.fibre[assessment.fibre["series"] == RELEVE]
    names = dict(zip(assessment.communes["code_insee"], assessment.communes["nom"], strict=True))
    named = surveyed.assign(nom=surveyed["code_insee"].map(names))
    items = flagged(named, "code_insee", (flags.DENOM_SOUS_ESTIME, flags.TAUX_ANORMAL))
    return CheckResult(
        "fibre_plus_de_100", f"Taux de fibre supérieurs à 100{french.NBSP}%", len(named), items
    )
